using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PaperGraph.Pages;

namespace PaperGraph.Ide;

/// <summary>
/// Gives browsers a page on the address of the GraphQL endpoint, and that page its assets. It stands in front of the
/// endpoint and leaves to it whatever does not ask for HTML.
/// </summary>
internal sealed class IdeMiddleware(RequestDelegate next, PathString path, IdePage page)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(path, out var rest)) return next(context);
        if (rest.StartsWithSegments("/assets", out var asset)) return context.SendAssetAsync(page.Files.Assets, asset);
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
        var mount = context.Request.PathBase;
        var assets = mount.Add(path).Add($"/assets/{page.Files.Assets.Version}");
        return context.SendPageAsync(page.Render(mount, assets, IdeExample.All), IdePage.ContentSecurityPolicy);
    }
}
