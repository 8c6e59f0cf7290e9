using System.Net.Http.Headers;
using PaperGraph.Data.Fetching;

namespace PaperGraph.Ingest.Fetching;

/// <summary>What is said of whoever asks. A key goes to the host that it is for, and to no other that it may redirect to.</summary>
internal static class RequestHeaders
{
    private static readonly string Version = typeof(RequestHeaders).Assembly.GetName().Version?.ToString(2) ?? "0.1";

    /// <param name="known">What is known of the address, where only news are wanted.</param>
    public static HttpRequestMessage CreateRequest(Uri target, KnownAddress? known, FetchOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, WithSender(target, options));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("PaperGraph", Version));
        if (options.Contact is { Length: > 0 } contact) request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"({Plain(contact)})"));
        if (options.SemanticScholarKey is { Length: > 0 } key && IsAt(target, options.SemanticScholar))
            request.Headers.Add("x-api-key", key);
        if (known?.EntityTag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.IfModifiedSince = known?.LastModified;
        return request;
    }

    /// <summary>OpenAlex takes contact and key as parameters alone.</summary>
    private static Uri WithSender(Uri target, FetchOptions options)
    {
        if (!IsAt(target, options.OpenAlex)) return target;
        var sender = string.Concat(
            options.Contact is { Length: > 0 } contact && contact.Contains('@', StringComparison.Ordinal)
                ? $"&mailto={Uri.EscapeDataString(contact)}"
                : "",
            options.OpenAlexKey is { Length: > 0 } key ? $"&api_key={Uri.EscapeDataString(key)}" : "");
        if (sender.Length == 0) return target;
        return new UriBuilder(target) { Query = target.Query.Length > 1 ? target.Query + sender : sender[1..] }.Uri;
    }

    private static bool IsAt(Uri target, Uri service) =>
        target.Scheme == service.Scheme && target.Port == service.Port && target.IdnHost == service.IdnHost;

    /// <summary>Within brackets a comment of the header may hold no others.</summary>
    private static string Plain(string contact) => new([.. contact.Where(c => c is > ' ' and < (char)127 and not ('(' or ')' or '\\'))]);
}
