using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Http;
using PaperGraph.NodePages.Components;
using PaperGraph.Pages;

namespace PaperGraph.NodePages;

/// <summary>
/// An address for each paper, concept, organization, topic, author and repository that can be shared: a page that is whole without scripts.
/// What it shows is asked from the public API, one request a page.
/// </summary>
internal sealed class NodePageEndpoints(Engine engine, ILoggerFactory logs, int maxWaiting) : IDisposable
{
    private const string AssetsAddress = "/node/assets";
    private const int PageSize = 20;

    /// <summary>How many pages are made at once; those beyond wait for their turn.</summary>
    private const int MaxAtOnce = 8;

    private readonly WebAssets assets = WebAssets.Read(typeof(WebAssets).Assembly, "node");
    private readonly string missingDocument = NodeQuery.ReadDocument("missing");
    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = MaxAtOnce, QueueLimit = maxWaiting });

    public static void Map(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;
        var endpoints = new NodePageEndpoints(
            app.Services.GetRequiredService<Engine>(), app.Services.GetRequiredService<ILoggerFactory>(), options.MaxConcurrentRequests);
        app.Lifetime.ApplicationStopped.Register(endpoints.Dispose);
        endpoints.MapAll(app);
    }

    public void Dispose() => limiter.Dispose();

    private void MapAll(WebApplication app)
    {
        string[] reads = [HttpMethods.Get, HttpMethods.Head];
        foreach (var route in NodeRoute.All) app.MapMethods(route.Pattern, reads, context => AnswerAsync(context, route));
        app.MapMethods(AssetsAddress + "/{**asset}", reads, context => context.SendAssetAsync(
            assets, context.Request.Path.StartsWithSegments(AssetsAddress, out var asset) ? asset : default));
        app.UseStatusCodePages(status => ShowNoPageAsync(status.HttpContext));
    }

    /// <summary>Tells a person at an address of nothing at all where to go on; programs get the status alone.</summary>
    private Task ShowNoPageAsync(HttpContext context)
    {
        var isOfNothing = context.Response.StatusCode == StatusCodes.Status404NotFound && context.GetEndpoint() is null;
        var accepted = context.Request.GetTypedHeaders().Accept;
        return isOfNothing && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            ? SendAsync(context, typeof(MessagePage),
                ("Title", "There is no page here"),
                ("Advice", $"Nothing has this address: {context.Request.Path}. Search the graph for a paper or a name in it."))
            : Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context, NodeRoute route)
    {
        try
        {
            using var permit = await limiter.AcquireAsync(1, context.RequestAborted);
            if (permit.IsAcquired) await ShowAsync(context, route);
            else await ShowFailureAsync(context, TimeSpan.FromSeconds(1));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, so that there is nobody to answer.
        }
    }

    private async Task ShowAsync(HttpContext context, NodeRoute route)
    {
        var (variable, value, text) = route.Key(context.Request.RouteValues);
        var (after, before) = (context.Request.Query["after"].LastOrDefault(), context.Request.Query["before"].LastOrDefault());
        var isBackward = before is not null && after is null;
        var answer = await AskAsync<NodeAnswerData>(context, route.Document, new JsonObject
        {
            [variable] = value,
            ["first"] = isBackward ? null : PageSize,
            ["after"] = after,
            ["last"] = isBackward ? PageSize : null,
            ["before"] = isBackward ? before : null,
        });
        if (answer.IsProvisional) context.Response.Headers.CacheControl = "no-store";

        if (answer.Error is { } error)
        {
            var isAskedWrongly = answer.RetryAfter is null && error.Code == ErrorCodes.BadUserInput;
            if (isAskedWrongly && (after ?? before) is not null) context.Response.Redirect(context.Request.PathBase + context.Request.Path);
            else if (isAskedWrongly) await ShowMissingAsync(context, route, text);
            else await ShowFailureAsync(context, answer.RetryAfter);
        }
        else if (answer.Data!.Node is not { } node)
        {
            if (route.UsualSlug(value) is { } usual && usual != value)
                context.Response.Redirect(context.Request.PathBase + $"/{route.Name}/{Uri.EscapeDataString(usual)}");
            else await ShowMissingAsync(context, route, text);
        }
        else
        {
            var kind = node.Kind ?? route.TypeName;
            var address = context.Request.PathBase + NodeAddress.Any(node, kind);
            var asked = context.Request.PathBase + context.Request.Path;
            if (asked.ToUriComponent() == new PathString(Uri.UnescapeDataString(address)).ToUriComponent())
            {
                await SendAsync(context, route.Component, ("Node", node), ("Kind", kind));
            }
            else
            {
                // A former address may become another node's, so that browsers ask again where it leads.
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Redirect(address + context.Request.QueryString, permanent: true);
            }
        }
    }

    private async Task ShowMissingAsync(HttpContext context, NodeRoute route, string text)
    {
        var answer = await AskAsync<MissingData>(context, missingDocument, new JsonObject
        {
            ["text"] = Wording.Beginning(text, 100).TrimEnd(' ', '…'),
            ["kinds"] = new JsonArray(route.TypeName),
            ["ofConcept"] = route.TypeName == "CONCEPT",
            ["ofOrganization"] = route.TypeName == "ORGANIZATION",
        });
        // Any name of a concept or an organization leads to its page.
        if ((answer.Data?.Concept ?? answer.Data?.Organization) is { Slug: { } slug })
        {
            context.Response.Redirect(context.Request.PathBase + $"/{route.Name}/{Uri.EscapeDataString(slug)}");
            return;
        }
        var suggestions = (answer.Data?.Suggest.Select(suggestion => suggestion.Node) ?? []).Concat(answer.Data?.Search.Nodes ?? []);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await SendAsync(context, typeof(MessagePage),
            ("Title", $"There is no such {route.Name}"),
            ("Advice", $"Nothing in the graph has this address: {text}. It may not be imported yet; search for it by another name."),
            ("Suggestions", suggestions.DistinctBy(NodeKey).Take(8).ToArray()));
    }

    private static string NodeKey(NodeData node) => $"{node.Host} {node.Slug} {node.Label}";

    private Task ShowFailureAsync(HttpContext context, TimeSpan? retryAfter)
    {
        context.Response.StatusCode =
            retryAfter is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        if (retryAfter is { } time)
            context.Response.Headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return SendAsync(context, typeof(MessagePage),
            ("Title", "The page cannot be shown just now"),
            ("Advice", retryAfter is null
                ? "Something went wrong in PaperGraph; its log says what. Load the page again."
                : "The database cannot be reached, or has too much to do. Load the page again in a moment."));
    }

    private Task<NodeAnswer<T>> AskAsync<T>(HttpContext context, string document, JsonObject variables)
        where T : class => NodeQuery.AskAsync<T>(engine, context.RequestServices, document, variables, context.RequestAborted);

    private async Task SendAsync(HttpContext context, Type component, params (string Name, object Value)[] parameters)
    {
        var values = parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value);
        values["Site"] = SiteOf(context.Request);
        await using var renderer = new HtmlRenderer(context.RequestServices, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(values))).ToHtmlString());
        await context.SendPageAsync(html, WebPageMiddleware.ContentSecurityPolicy);
    }

    private Site SiteOf(HttpRequest request)
    {
        var mount = request.PathBase.ToUriComponent();
        return new Site(
            $"{request.Scheme}://{request.Host.ToUriComponent()}",
            mount,
            $"{mount}{AssetsAddress}/{assets.Version}",
            assets.Find("main.js") is not null);
    }

    private sealed record NodeAnswerData(NodeData? Node);

    private sealed record MissingData(
        NodeData? Concept, NodeData? Organization, IReadOnlyList<SuggestionData> Suggest, NodeList Search);

    private sealed record SuggestionData(NodeData Node);
}
