using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.Ide;

/// <summary>
/// Gives browsers a page on the address of the GraphQL endpoint, and that page its assets. It stands in front of the
/// endpoint and leaves to it whatever does not ask for HTML.
/// </summary>
internal sealed class IdeMiddleware(RequestDelegate next, PathString path, IdeAssets assets, IdePage page)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(path, out var rest)) return next(context);
        if (rest.StartsWithSegments("/assets", out var asset)) return SendAsset(context, asset);
        if (rest.HasValue && rest != "/") return next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return next(context);

        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return PrefersHtml(context.Request.Headers.Accept) ? SendPage(context) : next(context);
    }

    /// <summary>Whether HTML is named and nothing that GraphQL answers with is wanted more. <c>*/*</c> does not name it.</summary>
    internal static bool PrefersHtml(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var types)) return false;

        double html = 0, data = 0;
        foreach (var type in types)
        {
            var quality = type.Quality ?? 1;
            if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) html = Math.Max(html, quality);
            else if (IsAnswer(type.MediaType)) data = Math.Max(data, quality);
        }
        return html > 0 && html >= data;
    }

    private static bool IsAnswer(StringSegment mediaType) =>
        mediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private Task SendPage(HttpContext context)
    {
        var address = context.Request.PathBase.Add(path).Add($"/assets/{assets.Version}").ToUriComponent();
        var html = Encoding.UTF8.GetBytes(page.Render(HtmlEncoder.Default.Encode(address), IdeExample.All));

        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = IdePage.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(html, context.RequestAborted).AsTask();
    }

    private async Task SendAsset(HttpContext context, PathString address)
    {
        var response = context.Response;
        if (Find(address) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        response.ContentType = asset.ContentType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        if (asset.IsCompressed) response.Headers.Vary = HeaderNames.AcceptEncoding;

        await using var content = asset.Open();
        if (!asset.IsCompressed || AcceptsGzip(context.Request))
        {
            if (asset.IsCompressed) response.Headers.ContentEncoding = "gzip";
            response.ContentLength = content.Length;
            if (!HttpMethods.IsHead(context.Request.Method)) await content.CopyToAsync(response.Body, context.RequestAborted);
        }
        else if (!HttpMethods.IsHead(context.Request.Method))
        {
            await using var plain = new GZipStream(content, CompressionMode.Decompress);
            await plain.CopyToAsync(response.Body, context.RequestAborted);
        }
    }

    private IdeAsset? Find(PathString address) =>
        address.StartsWithSegments($"/{assets.Version}", out var name) && name.HasValue ? assets.Find(name.Value[1..]) : null;

    private static bool AcceptsGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);
}
