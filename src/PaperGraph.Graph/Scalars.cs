using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph;

/// <summary>How the scalars of schema.graphql look in .NET and on the wire.</summary>
internal static class Scalars
{
    private const string LongDateTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public static FieldBindings BindScalars(this FieldBindings bindings) => bindings
        .Scalar("Date", ScalarFormat.Text<DateOnly>(
            "a day such as 2025-06-18",
            (text, out day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
            day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Scalar("DateTime", ScalarFormat.Text<DateTime>(
            "a moment with its offset, such as 2025-06-18T09:30:00Z",
            TryParseMoment,
            moment => moment.ToUniversalTime().ToString(LongDateTime, CultureInfo.InvariantCulture)))
        .Scalar("URL", ScalarFormat.Text<string>(
            "an absolute address such as https://github.com/openai/CLIP",
            (string text, [MaybeNullWhen(false)] out string address) =>
            {
                address = text;
                return Uri.TryCreate(text, UriKind.Absolute, out _);
            },
            address => address));

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
}
