using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.GraphQL.Http;

/// <summary>The headers Accept and Content-Type.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    public const string EventStream = "text/event-stream";
    public const string Parts = "multipart/mixed";

    public static string ContentType(ResponseMediaType mediaType) => mediaType switch
    {
        ResponseMediaType.GraphQLResponse => GraphQLResponse + "; charset=utf-8",
        ResponseMediaType.EventStream => EventStream + "; charset=utf-8",
        ResponseMediaType.Parts => Parts + "; boundary=\"-\"",
        _ => Json + "; charset=utf-8",
    };

    /// <summary>
    /// Chooses the media type that the client likes best; null where it takes none of them. Of two that it likes as much, the one that it
    /// names is chosen; of two that it names, the one made for GraphQL; of two that it does not name, <c>application/json</c>. Events are
    /// chosen only where neither will do, and parts only where nothing else will.
    /// </summary>
    public static ResponseMediaType? Choose(StringValues accept)
    {
        if (accept is [] or [null or "" or Json or "*/*"]) return ResponseMediaType.Json;
        if (accept is [GraphQLResponse]) return ResponseMediaType.GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;

        var json = Wish(ranges, Json);
        var graphql = Wish(ranges, GraphQLResponse);
        if (json.Quality <= 0 && graphql.Quality <= 0)
        {
            return Wants(ranges, EventStream) ? ResponseMediaType.EventStream
                : PartsIn(ranges) is not null ? ResponseMediaType.Parts
                : null;
        }
        return graphql.CompareTo(json) is > 0 || (graphql == json && graphql.Closeness == Closeness.Named)
            ? ResponseMediaType.GraphQLResponse
            : ResponseMediaType.Json;
    }

    /// <summary>Whether events are named among what the client takes.</summary>
    public static bool TakesEvents(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) && Wants(ranges, EventStream);

    /// <summary>
    /// The format of bodies in parts, where such are named among what the client takes; null where not, or only in a format that is not
    /// spoken here.
    /// </summary>
    public static IncrementalFormat? TakenParts(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? PartsIn(ranges) : null;

    /// <summary>A body in JSON and UTF-8. A form of another site's page cannot send this type, which keeps such posts out.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && IsUtf8(type));

    private static IncrementalFormat? PartsIn(IList<MediaTypeHeaderValue> ranges)
    {
        (IncrementalFormat? Format, double Quality) best = (null, 0);
        foreach (var range in ranges)
        {
            if (CloseTo(range, Parts) != Closeness.Named || FindFormat(range) is not { } format) continue;
            var quality = range.Quality ?? 1;
            if (quality > best.Quality) best = (format, quality);
        }
        return best.Format;
    }

    /// <summary>Clients of Apollo's name the draft they read; whoever names none reads the current one.</summary>
    private static IncrementalFormat? FindFormat(MediaTypeHeaderValue range)
    {
        var spec = range.Parameters.FirstOrDefault(parameter => parameter.Name.EndsWith("Spec", StringComparison.OrdinalIgnoreCase));
        if (spec is null) return IncrementalFormat.Ids;
        return (spec.Name.Value!.ToUpperInvariant(), HeaderUtilities.RemoveQuotes(spec.Value).Value) switch
        {
            ("DEFERSPEC", "20220824") => IncrementalFormat.Paths,
            ("INCREMENTALSPEC", "v0.2") => IncrementalFormat.Ids,
            _ => null,
        };
    }

    private static bool Wants(IList<MediaTypeHeaderValue> ranges, string mediaType) =>
        Wish(ranges, mediaType) is { Quality: > 0, Closeness: Closeness.Named };

    /// <summary>The quality of the range that comes closest.</summary>
    private static (double Quality, Closeness Closeness) Wish(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        (double Quality, Closeness Closeness) wish = (0, Closeness.None);
        foreach (var range in ranges)
        {
            var closeness = CloseTo(range, mediaType);
            if (closeness == Closeness.None) continue;
            var quality = range.Quality ?? 1;
            if (closeness > wish.Closeness || (closeness == wish.Closeness && quality > wish.Quality)) wish = (quality, closeness);
        }
        return wish;
    }

    private static Closeness CloseTo(MediaTypeHeaderValue range, string mediaType)
    {
        if (!IsUtf8(range)) return Closeness.None;
        if (range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return Closeness.Named;
        if (range.MatchesAllTypes) return Closeness.Any;
        return range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            ? Closeness.SameType
            : Closeness.None;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private enum Closeness
    {
        None,
        Any,
        SameType,
        Named,
    }
}
