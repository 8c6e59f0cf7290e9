using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.GraphQL.Http;

internal static class ResponseWriter
{
    /// <summary>Sends status, headers and the response as UTF-8 JSON; to HEAD, all but the JSON.</summary>
    public static async Task WriteAsync(HttpContext context, MediaType mediaType, Outcome outcome, GraphQLResponse response)
    {
        var http = context.Response;
        SetHeaders(http, ResponseStatus.Of(outcome, mediaType), mediaType);
        if (ResponseStatus.AllowedMethods(outcome) is { } methods) http.Headers.Allow = methods;
        if (outcome == Outcome.Overloaded) http.Headers.RetryAfter = RetryAfter(response);
        if (outcome != Outcome.Executed) http.Headers.CacheControl = "no-store";

        using var body = new ResponseBuffer(http.BodyWriter);
        response.WriteTo(body);
        if (body.Length is { } length) http.ContentLength = length;
        if (!HttpMethods.IsHead(context.Request.Method)) body.PassOn();
        await http.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static async Task RefuseAsync(HttpContext context, MediaType mediaType, Refusal refusal)
    {
        using var response = refusal.ToResponse();
        await WriteAsync(context, mediaType, refusal.Outcome, response);
    }

    /// <summary>As <see cref="WriteAsync"/>, for a result that may be kept: it is marked, and not sent again to who has it.</summary>
    public static async Task WriteToKeepAsync(HttpContext context, MediaType mediaType, int maxAge, GraphQLResponse response)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        response.WriteTo(body);

        var http = context.Response;
        var tag = TagOf(body.WrittenSpan);
        http.Headers.ETag = tag.ToString();
        http.Headers.CacheControl = maxAge > 0 ? $"public, max-age={maxAge}" : "no-cache";
        AddVary(http.Headers);
        if (IsHeld(tag, context.Request))
        {
            http.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        SetHeaders(http, StatusCodes.Status200OK, mediaType);
        http.ContentLength = body.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method)) await http.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>In whole seconds, one where the response does not say.</summary>
    private static string RetryAfter(GraphQLResponse response) =>
        Math.Ceiling((response.RetryAfter ?? TimeSpan.FromSeconds(1)).TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static void SetHeaders(HttpResponse http, int status, MediaType mediaType)
    {
        http.StatusCode = status;
        http.ContentType = MediaTypes.ContentType(mediaType == MediaType.EventStream ? MediaType.Json : mediaType);
        http.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>A weak one: the same result may be sent compressed or not.</summary>
    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash[..16])}\"", isWeak: true);
    }

    private static bool IsHeld(EntityTagHeaderValue tag, HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));

    private static void AddVary(IHeaderDictionary headers)
    {
        if (!headers.Vary.Contains(HeaderNames.Accept)) headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        headers.Append(HeaderNames.Vary, CostHeader.Name);
    }
}
