using System.Text.Encodings.Web;

namespace PaperGraph.Pages;

/// <summary>Sends a page on its address, and its assets below it.</summary>
internal sealed class WebPageMiddleware(RequestDelegate next, PathString path, WebPage page)
{
    /// <summary>Everything comes from the server itself.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(path, out var rest)) return next(context);
        if (rest.StartsWithSegments("/assets", out var asset)) return context.SendAssetAsync(page.Assets, asset);
        if (rest.HasValue && rest != "/") return next(context);

        var mount = context.Request.PathBase;
        return context.SendPageAsync(
            page.Render(
                ("base", HtmlEncoder.Default.Encode(mount.ToUriComponent())),
                ("assets", HtmlEncoder.Default.Encode(mount.Add(path).Add($"/assets/{page.Assets.Version}").ToUriComponent()))),
            ContentSecurityPolicy);
    }
}
