using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;
using PaperGraph.Serving;

namespace PaperGraph.Pages;

/// <summary>How pages and their assets are sent.</summary>
internal static class WebPageResponses
{
    private static bool IsRead(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    public static Task SendPageAsync(this HttpContext context, string html, string contentSecurityPolicy)
    {
        if (!context.Request.IsRead()) return Refuse(context.Response);

        var content = Encoding.UTF8.GetBytes(html);
        var response = context.Response;
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        // An answer without content says so too: its headers take the place of those that a browser holds.
        response.Headers.ContentSecurityPolicy = contentSecurityPolicy;
        if (response.StatusCode == StatusCodes.Status200OK && context.HoldsAlready(content)) return Task.CompletedTask;

        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    /// <param name="address">Of the asset, from the folder of the page's assets on: <c>/{version}/{name}</c>.</param>
    public static async Task SendAssetAsync(this HttpContext context, WebAssets assets, PathString address)
    {
        var response = context.Response;
        if (Find(assets, address) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!context.Request.IsRead())
        {
            await Refuse(response);
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

    private static EmbeddedAsset? Find(WebAssets assets, PathString address) =>
        address.StartsWithSegments($"/{assets.Version}", out var name) && name.HasValue ? assets.Find(name.Value[1..]) : null;

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);
}
