namespace PaperGraph.Ide;

internal static class IdeApplicationBuilderExtensions
{
    /// <summary>
    /// Shows browsers the IDE on <paramref name="path"/>, the address of the GraphQL endpoint, and serves its assets below
    /// <c>{path}/assets</c>. Register it in front of the endpoint.
    /// </summary>
    public static IApplicationBuilder UseGraphQLIde(this IApplicationBuilder app, PathString path) =>
        app.UseGraphQLIde(path, IdePage.Best(typeof(IdePage).Assembly));

    internal static IApplicationBuilder UseGraphQLIde(this IApplicationBuilder app, PathString path, IdePage page) =>
        app.UseMiddleware<IdeMiddleware>(path, page);
}
