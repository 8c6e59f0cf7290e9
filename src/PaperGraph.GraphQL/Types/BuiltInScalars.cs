using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Types;

/// <summary>The five scalars of the specification.</summary>
internal static class BuiltInScalars
{
    public static IReadOnlyList<(string Name, ScalarFormat Format, string Description)> All { get; } =
    [
        ("Int", new IntFormat(), "A whole number of 32 bits."),
        ("Float", new FloatFormat(), "A number, with a fraction or without, of double precision."),
        ("String", new StringFormat(), "Unicode text."),
        ("Boolean", new BooleanFormat(), "True or false."),
        ("ID", new IdFormat(), "An opaque identifier. It is written as a string; a whole number is accepted for one."),
    ];

    private sealed class IntFormat : ScalarFormat
    {
        public override Type ClrType => typeof(int);

        public override string Expected => "a whole number from -2147483648 to 2147483647";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = null;
            if (input.Kind == ScalarInputKind.Integer
                && int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) value = number;
            else if (input is { Kind: ScalarInputKind.Float, Json: { } json } && json.TryGetDouble(out var given)) value = Whole(given);
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value switch
            {
                int => value,
                long number when number is >= int.MinValue and <= int.MaxValue => Boxes.Box((int)number),
                short number => (int)number,
                byte number => (int)number,
                double number => Whole(number),
                float number => Whole(number),
                decimal number => Whole((double)number),
                _ => null,
            };
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteNumberValue((int)completed);

        public override bool Accepts(Type clrType) => clrType == typeof(int) || clrType == typeof(long) || clrType == typeof(short)
            || clrType == typeof(byte);

        private static int? Whole(double number) =>
            number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;
    }

    private sealed class FloatFormat : ScalarFormat
    {
        public override Type ClrType => typeof(double);

        public override string Expected => "a finite number";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float
                && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) ? number : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value switch
            {
                double number => double.IsFinite(number) ? value : null,
                float number => float.IsFinite(number) ? value : null,
                decimal or int or long or short or byte => value,
                _ => null,
            };
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed)
        {
            switch (completed)
            {
                case double number: writer.WriteNumberValue(number); break;
                case float number: writer.WriteNumberValue(number); break;
                case decimal number: writer.WriteNumberValue(number); break;
                default: writer.WriteNumberValue(Convert.ToInt64(completed, CultureInfo.InvariantCulture)); break;
            }
        }

        public override bool Accepts(Type clrType) => clrType == typeof(double) || clrType == typeof(float) || clrType == typeof(decimal)
            || clrType == typeof(int) || clrType == typeof(long) || clrType == typeof(short) || clrType == typeof(byte);
    }

    private sealed class StringFormat : ScalarFormat
    {
        public override Type ClrType => typeof(string);

        public override string Expected => "a string";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind == ScalarInputKind.String ? input.Text : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value as string;
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((string)completed);
    }

    private sealed class BooleanFormat : ScalarFormat
    {
        public override Type ClrType => typeof(bool);

        public override string Expected => "true or false";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind == ScalarInputKind.Boolean ? input.Text == "true" : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value is bool ? value : null;
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteBooleanValue((bool)completed);
    }

    private sealed class IdFormat : ScalarFormat
    {
        public override Type ClrType => typeof(string);

        public override string Expected => "a string or a whole number";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind is ScalarInputKind.String or ScalarInputKind.Integer ? input.Text : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value switch
            {
                string => value,
                int or long or short or Guid => Convert.ToString(value, CultureInfo.InvariantCulture),
                _ => null,
            };
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((string)completed);

        public override bool Accepts(Type clrType) => clrType == typeof(string) || clrType == typeof(int) || clrType == typeof(long)
            || clrType == typeof(short) || clrType == typeof(Guid);
    }
}
