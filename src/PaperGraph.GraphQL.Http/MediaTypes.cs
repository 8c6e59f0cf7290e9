using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.GraphQL.Http;

/// <summary>What a response may be.</summary>
internal enum MediaType
{
    Json,
    GraphQLResponse,
    EventStream,
}

/// <summary>The headers Accept and Content-Type.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    public const string EventStream = "text/event-stream";
    public const string Parts = "multipart/mixed";

    public static string ContentType(MediaType mediaType) => mediaType switch
    {
        MediaType.GraphQLResponse => GraphQLResponse + "; charset=utf-8",
        MediaType.EventStream => EventStream + "; charset=utf-8",
        _ => Json + "; charset=utf-8",
    };

    /// <summary>
    /// What the client likes best; null where it takes none. Of two that it likes as much, the one that it names; of two that it
    /// names, the one made for GraphQL; of two that it does not name, <c>application/json</c>. Events only where nothing else will do.
    /// </summary>
    public static MediaType? Choose(StringValues accept)
    {
        if (accept is [] or [null or "" or Json or "*/*"]) return MediaType.Json;
        if (accept is [GraphQLResponse]) return MediaType.GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;

        var json = Wish(ranges, Json);
        var graphql = Wish(ranges, GraphQLResponse);
        if (json.Quality <= 0 && graphql.Quality <= 0) return Wants(ranges, EventStream) ? MediaType.EventStream : null;
        return graphql.CompareTo(json) is > 0 || (graphql == json && graphql.Closeness == Closeness.Named)
            ? MediaType.GraphQLResponse
            : MediaType.Json;
    }

    /// <summary>Whether events are named among what the client takes.</summary>
    public static bool TakesEvents(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) && Wants(ranges, EventStream);

    /// <summary>
    /// Whether a body in parts is named among what the client takes. One that asks for <c>deferSpec</c> wants parts of an older form,
    /// without <c>pending</c> and <c>completed</c>.
    /// </summary>
    public static bool TakesParts(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges)
        && Wants([.. ranges.Where(range => range.Parameters.All(parameter => parameter.Name != "deferSpec"))], Parts);

    /// <summary>A body in JSON and UTF-8. A form of another site's page cannot send this type, which keeps such posts out.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && IsUtf8(type));

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
