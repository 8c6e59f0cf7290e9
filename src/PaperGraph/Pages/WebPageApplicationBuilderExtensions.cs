namespace PaperGraph.Pages;

internal static class WebPageApplicationBuilderExtensions
{
    /// <summary>
    /// Shows the page <paramref name="name"/> on <paramref name="path"/>, and where the program was built without it one that says so.
    /// </summary>
    public static IApplicationBuilder UseWebPage(this IApplicationBuilder app, PathString path, string name)
    {
        var assembly = typeof(WebPage).Assembly;
        return app.UseWebPage(path, WebPage.Find(assembly, name) ?? WebPage.Find(assembly, "missing")!);
    }

    internal static IApplicationBuilder UseWebPage(this IApplicationBuilder app, PathString path, WebPage page) =>
        app.UseMiddleware<WebPageMiddleware>(path, page);
}
