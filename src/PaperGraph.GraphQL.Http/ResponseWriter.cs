using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

internal static class ResponseWriter
{
    /// <summary>Sends status, headers and the response as UTF-8 JSON; to HEAD, all but the JSON.</summary>
    public static async Task WriteAsync(HttpContext context, MediaType mediaType, Outcome outcome, GraphQLResponse response)
    {
        var http = context.Response;
        http.StatusCode = ResponseStatus.Of(outcome, mediaType);
        http.ContentType = MediaTypes.ContentType(mediaType);
        http.Headers.XContentTypeOptions = "nosniff";

        using var body = new ResponseBuffer(http.BodyWriter);
        response.WriteTo(body);
        if (body.Length is { } length) http.ContentLength = length;
        if (!HttpMethods.IsHead(context.Request.Method)) body.PassOn();
        await http.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
