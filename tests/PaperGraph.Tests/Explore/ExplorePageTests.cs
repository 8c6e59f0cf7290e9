using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Commands;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Explore;

/// <summary>The drawing of the graph, opened over the sample.</summary>
public abstract class ExplorePageTests(SampleServer server) : BrowserTests
{
    protected const string Mamba = "2312.00752";

    protected SampleServer Server { get; } = server;

    protected async Task<IPage> OpenExploreAsync(string search, Func<IPage, Task>? prepare = null, BrowserNewContextOptions? device = null)
    {
        BuiltPage.Require("explore");
        var page = await OpenAsync(AddressOf(search), prepare, device);
        await LoadedAsync(page);
        return page;
    }

    protected async Task GoToExploreAsync(IPage page, string search)
    {
        await page.GotoAsync(AddressOf(search).AbsoluteUri);
        await LoadedAsync(page);
    }

    /// <summary>Waits until all is drawn and told. It looks with each frame, where an assertion would look once a second.</summary>
    protected static Task LoadedAsync(IPage page) => page.WaitForFunctionAsync(
        """
        () => document.querySelector('main[data-nodes]:not([aria-busy], [data-layout=running])')
          && !document.querySelector('.panel .skeleton')
        """);

    protected static async Task<int> NodesAsync(IPage page) =>
        int.Parse((await page.Locator("main").GetAttributeAsync("data-nodes"))!, CultureInfo.InvariantCulture);

    /// <summary>The papers that are drawn, as they can be taken along.</summary>
    protected static async Task<List<JsonObject>> PapersAsync(IPage page)
    {
        var nodes = JsonNode.Parse(Text(await DownloadAsync(page, "JSON")))!["nodes"]!.AsArray();
        var papers = nodes.OfType<JsonObject>().Where(node => (string?)node["kind"] == "PAPER").ToList();
        papers.ShouldNotBeEmpty();
        return papers;
    }

    /// <summary>The end of an address that draws a concept and chooses two of its papers.</summary>
    protected async Task<string> TwoPapersOfAConceptAsync()
    {
        var answer = await Server.AskAsync("""{ concept(by: { slug: "transformer" }) { id papers(first: 2) { nodes { id } } } }""");
        var concept = answer["data"]!["concept"]!;
        var papers = concept["papers"]!["nodes"]!.AsArray().Select(paper => $"{paper!["id"]}");
        return $"?of={concept["id"]}&at={string.Join('.', papers)}";
    }

    protected async Task<string> PaperAsync(string slug)
    {
        return $"{(await Server.AskAsync($$"""{ paper(by: { slug: "{{slug}}" }) { id } }"""))["data"]!["paper"]!["id"]}";
    }

    /// <summary>Where a node is on the page, as soon as it is drawn there: what is under the pointer is known by the last frame.</summary>
    protected static async Task<Place> PlaceAsync(IPage page, string node)
    {
        var place = await page.Locator(".stage").EvaluateAsync<JsonElement>(
            """
            async (stage, id) => {
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const { x, y } = stage.placeOf(id);
              const { left, top } = stage.getBoundingClientRect();
              return { x: left + x, y: top + y };
            }
            """,
            node);
        return new((float)place.GetProperty("x").GetDouble(), (float)place.GetProperty("y").GetDouble());
    }

    /// <summary>Whether a link is drawn as one that is chosen, or that is of what is.</summary>
    protected static Task<bool> IsLitAsync(IPage page, string edge) => page.Locator(".stage").EvaluateAsync<bool>(
        "async (stage, id) => { await new Promise(requestAnimationFrame); return stage.isLit(id); }", edge);

    protected static Task ClickAsync(IPage page, Place place) => page.Mouse.ClickAsync(place.X, place.Y);

    protected static async Task<byte[]> DownloadAsync(IPage page, string format)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it with you" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync());
        using var content = new MemoryStream();
        await using (var stream = await download.CreateReadStreamAsync()) await stream.CopyToAsync(content);
        return content.ToArray();
    }

    protected static string Text(byte[] content) => System.Text.Encoding.UTF8.GetString(content);

    private Uri AddressOf(string search) => new(Server.Address, $"/explore{search}");

    protected sealed record Place(float X, float Y);
}
