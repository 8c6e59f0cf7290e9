using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace PaperGraph.GraphQL.Types;

/// <summary>Formats for scalars that many schemas define; bound with <c>bindings.Scalar("Date", CommonScalars.Date)</c>.</summary>
public static class CommonScalars
{
    /// <summary>A day of the calendar, <see cref="DateOnly"/>, written 2025-06-18.</summary>
    public static ScalarFormat Date { get; } = new DateFormat();

    /// <summary>A moment, <see cref="DateTimeOffset"/>, by RFC 3339; results are in UTC and end in Z.</summary>
    public static ScalarFormat DateTime { get; } = new DateTimeFormat();

    /// <summary>An absolute URL as a string; a <see cref="Uri"/> is taken as a result too.</summary>
    public static ScalarFormat Url { get; } = new UrlFormat();

    private sealed class DateFormat : ScalarFormat
    {
        public override Type ClrType => typeof(DateOnly);

        public override string Expected => "a date such as \"2025-06-18\"";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind == ScalarInputKind.String
                && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value is DateOnly ? value : null;
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed)
        {
            Span<byte> text = stackalloc byte[10];
            ((DateOnly)completed).TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..length]);
        }
    }

    private sealed class DateTimeFormat : ScalarFormat
    {
        // RFC 3339 has T and Z in either case, seconds always, a fraction or none, and always an offset.
        private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

        public override Type ClrType => typeof(DateTimeOffset);

        public override string Expected => "a date and time with its offset, such as \"2025-06-18T09:30:00Z\"";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind == ScalarInputKind.String && DateTimeOffset.TryParseExact(
                input.Text.ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.ToUniversalTime() : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value switch
            {
                DateTimeOffset moment => moment.UtcDateTime,
                DateTime { Kind: not DateTimeKind.Unspecified } moment => moment.ToUniversalTime(),
                _ => null,
            };
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((DateTime)completed);

        public override bool Accepts(Type clrType) => clrType == typeof(DateTimeOffset) || clrType == typeof(DateTime);
    }

    private sealed class UrlFormat : ScalarFormat
    {
        public override Type ClrType => typeof(string);

        public override string Expected => "an absolute URL such as \"https://example.org/\"";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            value = input.Kind == ScalarInputKind.String && IsUrl(input.Text) ? input.Text : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
        {
            completed = value switch
            {
                string text => text,
                Uri { IsAbsoluteUri: true } uri => uri.AbsoluteUri,
                _ => null,
            };
            return completed is not null;
        }

        public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((string)completed);

        public override bool Accepts(Type clrType) => clrType == typeof(string) || clrType == typeof(Uri);

        private static bool IsUrl(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is not "file" && text.Contains(':', StringComparison.Ordinal);
    }
}
