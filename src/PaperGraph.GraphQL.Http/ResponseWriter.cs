using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http;

internal static class ResponseWriter
{
    /// <summary>
    /// Sends status, headers and the response as UTF-8 JSON; to HEAD, all but the JSON. One that the client has is not sent again.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask SendAsync(HttpContext context, ResponseSender sender, BufferedResponse response)
    {
        var http = context.Response;
        if (response.MaxAge is { } maxAge)
        {
            var tag = CreateETag(response.Body);
            http.Headers.ETag = tag.ToString();
            http.Headers.CacheControl = maxAge > 0 ? $"public, max-age={maxAge}" : "no-cache";
            AddVary(http.Headers);
            if (IsHeld(tag, context.Request))
            {
                http.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        if (response.Format is { } format)
        {
            ResponseStreams.SetHeaders(http, format);
        }
        else
        {
            SetHeaders(http, response.Outcome, response.MediaType, response.RetryAfter);
            http.ContentLength = response.Body.Length;
        }
        if (!HttpMethods.IsHead(context.Request.Method))
            await sender.SendAsync(response.Body, http.BodyWriter, context.Abort, context.RequestAborted);
    }

    /// <summary>Writes a response of errors alone, which is short, at once.</summary>
    public static async Task WriteAsync(HttpContext context, ResponseMediaType mediaType, Outcome outcome, GraphQLResponse response)
    {
        var body = new ArrayBufferWriter<byte>();
        response.WriteTo(body);
        SetHeaders(context.Response, outcome, mediaType, response.RetryAfter);
        context.Response.ContentLength = body.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    public static async Task WriteErrorAsync(HttpContext context, ResponseMediaType mediaType, RequestError error)
    {
        using var response = error.ToResponse();
        await WriteAsync(context, mediaType, error.Outcome, response);
    }

    /// <param name="retryAfter">Sent in whole seconds, one where it is null, to those who are to come again.</param>
    private static void SetHeaders(HttpResponse http, Outcome outcome, ResponseMediaType mediaType, TimeSpan? retryAfter)
    {
        http.StatusCode = ResponseStatus.CodeFor(outcome, mediaType);
        http.ContentType = MediaTypes.ContentType(
            mediaType is ResponseMediaType.EventStream or ResponseMediaType.Parts ? ResponseMediaType.Json : mediaType);
        http.Headers.XContentTypeOptions = "nosniff";
        if (ResponseStatus.AllowedMethods(outcome) is { } methods) http.Headers.Allow = methods;
        if (outcome is Outcome.Overloaded or Outcome.TooMany) http.Headers.RetryAfter = Seconds(retryAfter ?? TimeSpan.FromSeconds(1));
        if (outcome != Outcome.Executed) http.Headers.CacheControl = "no-store";
    }

    private static string Seconds(TimeSpan span) => Math.Ceiling(span.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A weak entity tag, since the same result may be sent compressed or not.</summary>
    private static EntityTagHeaderValue CreateETag(ResponseBuffer body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in body.Blocks) hash.AppendData(block.Span);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
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
