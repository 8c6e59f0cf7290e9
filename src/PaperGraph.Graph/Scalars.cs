using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph;

/// <summary>How the scalars of schema.graphql look in .NET and on the wire.</summary>
internal static class Scalars
{
    private static readonly long FirstMillisecond = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private const string Day = "yyyy-MM-dd";

    private const string LongDateTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public static FieldBindings BindScalars(this FieldBindings bindings) => bindings
        .Scalar("Date", new TimeFormat<DateOnly>(
            "a day such as 2025-06-18",
            ScalarFormat.Text<DateOnly>(
                "",
                (text, out day) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
                Write),
            DateOnly.FromDateTime))
        .Scalar("DateTime", new TimeFormat<DateTime>(
            "a moment with its offset, such as 2025-06-18T09:30:00Z",
            ScalarFormat.Text<DateTime>("", TryParseMoment, Write),
            moment => moment))
        .Scalar("URL", ScalarFormat.Text<string>(
            "an absolute address such as https://github.com/openai/CLIP",
            (string text, [MaybeNullWhen(false)] out string address) =>
            {
                address = text;
                return Uri.TryCreate(text, UriKind.Absolute, out _);
            },
            address => address));

    public static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string Write(DateTime moment) => moment.ToUniversalTime().ToString(LongDateTime, CultureInfo.InvariantCulture);

    /// <summary>RFC 3339: a time without an offset is no moment.</summary>
    private static bool TryParseMoment(string text, out DateTime moment)
    {
        moment = default;
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd't'HH:mm:ss.FFFFFFF'z'"];
        if (!DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return false;
        if (!text.EndsWith('Z') && !text.EndsWith('z') && text[^6] is not ('+' or '-')) return false;
        moment = parsed.UtcDateTime;
        return true;
    }

    /// <summary>A text on the wire, for which arguments may have the number of milliseconds since 1970, in UTC.</summary>
    private sealed class TimeFormat<T>(string expected, ScalarFormat text, Func<DateTime, T> convert) : ScalarFormat
        where T : notnull
    {
        public override Type ClrType => typeof(T);

        public override string Expected => $"{expected}, or milliseconds since 1970";

        public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
        {
            if (input.Kind is not (ScalarInputKind.Integer or ScalarInputKind.Float)) return text.TryRead(input, out value);
            value = decimal.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
                && milliseconds >= FirstMillisecond && milliseconds <= LastMillisecond && decimal.Truncate(milliseconds) == milliseconds
                ? convert(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime)
                : null;
            return value is not null;
        }

        public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed) => text.TryComplete(value, out completed);

        public override void Write(Utf8JsonWriter writer, object completed) => text.Write(writer, completed);
    }
}
