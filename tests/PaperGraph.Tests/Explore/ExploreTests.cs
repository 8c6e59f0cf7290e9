using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;
using PaperGraph.Tests.Dashboard;

namespace PaperGraph.Tests.Explore;

/// <summary>The drawing of the graph as a person meets it, over the sample.</summary>
[Collection(nameof(ServedSample))]
public sealed class ExploreTests(PreparedSampleServer server) : ExplorePageTests(server)
{
    [SkippableFact]
    public async Task It_begins_with_papers_and_what_they_share()
    {
        var page = await OpenExploreAsync("");

        (await NodesAsync(page)).ShouldBeInRange(20, 300);
        await Assertions.Expect(page.Locator(".stage canvas").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".summary")).ToContainTextAsync("as of");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task What_is_searched_for_is_drawn_and_told_in_the_panel()
    {
        var page = await OpenExploreAsync("");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("transforme");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?of=[\w-]+&at=[\w-]+$"));
        await Assertions.Expect(page.Locator(".panel h2")).ToContainTextAsync("Transformer");
        await Assertions.Expect(page.Locator(".panel .rows li").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_click_on_a_node_tells_what_it_is_with_its_concepts_marked()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5");

        await ClickAsync(page, await PlaceAsync(page, mamba));

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"at={mamba}$"));
        await Assertions.Expect(page.Locator(".panel h2")).ToContainTextAsync("Mamba");
        await Assertions.Expect(page.Locator(".panel .abstract mark").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_click_on_an_edge_shows_the_sentence_with_the_words_marked()
    {
        var mamba = await PaperAsync(Mamba);
        var answer = await Server.AskAsync($$"""{ neighborhood(of: ["{{mamba}}"], via: [METHOD], limit: 2) { edges { id from to } } }""");
        var edge = answer["data"]!["neighborhood"]!["edges"]![0]!;
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*2");
        var (from, to) = (await PlaceAsync(page, $"{edge["from"]}"), await PlaceAsync(page, $"{edge["to"]}"));

        await ClickAsync(page, new((from.X + to.X) / 2, (from.Y + to.Y) / 2));

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("edge="));
        await Assertions.Expect(page.Locator(".panel .what")).ToContainTextAsync("Paper about a method");
        await Assertions.Expect(page.Locator(".panel blockquote mark").First).ToBeVisibleAsync();
        (await IsLitAsync(page, $"{edge["id"]}")).ShouldBeTrue();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".panel")).ToBeHiddenAsync();
        (await IsLitAsync(page, $"{edge["id"]}")).ShouldBeFalse();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_link_that_only_a_way_brought_stays_with_its_ends()
    {
        var mamba = await PaperAsync(Mamba);
        var attention = await PaperAsync("1706.03762");
        var page = await OpenExploreAsync($"?of={mamba}*AUTHOR*1&at={mamba}.{attention}&view=table");
        await Assertions.Expect(page.Locator(".paths > li").First).ToBeVisibleAsync();

        await page.Locator(".links tbody tr").First.GetByRole(AriaRole.Button).Last.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("edge="));
        await Assertions.Expect(page.Locator(".panel h2")).ToContainTextAsync("↔");
        await Assertions.Expect(page.Locator(".panel blockquote mark").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".panel blockquote mark").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_link_of_two_papers_tells_its_reasons_as_bars()
    {
        var mamba = await PaperAsync(Mamba);
        var answer = await Server.AskAsync($$"""{ neighborhood(of: ["{{mamba}}"], via: [RELATED], limit: 2) { edges { id } } }""");
        var edge = Uri.EscapeDataString($"{answer["data"]!["neighborhood"]!["edges"]![0]!["id"]}");
        var page = await OpenExploreAsync($"?of={mamba}*RELATED*2&edge={edge}");

        await Assertions.Expect(page.Locator(".panel .what")).ToContainTextAsync("Link between two papers");
        await Assertions.Expect(page.Locator(".reason-bars rect").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_double_click_expands_and_undo_and_redo_follow()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*3");
        var before = await NodesAsync(page);
        var place = await PlaceAsync(page, mamba);

        await page.Mouse.DblClickAsync(place.X, place.Y);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"of={mamba}&at="));
        await LoadedAsync(page);
        var after = await NodesAsync(page);
        after.ShouldBeGreaterThan(before);
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{before}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{after}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Collapse" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", "1");
        NothingWasAmiss();
    }

    /// <summary>
    /// The panel that the first click opens takes a part of the drawing's room, so that the node is elsewhere by the second.
    /// </summary>
    [SkippableFact]
    public async Task A_double_click_expands_what_its_first_click_hit()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*3");
        var before = await PlaceAsync(page, mamba);

        await page.Mouse.MoveAsync(before.X, before.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();
        await LoadedAsync(page);
        (await PlaceAsync(page, mamba)).X.ShouldBeLessThan(before.X - 50);
        await page.Mouse.DownAsync(new() { ClickCount = 2 });
        await page.Mouse.UpAsync(new() { ClickCount = 2 });

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"of={mamba}&at={mamba}$"));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Two_chosen_nodes_are_shown_with_how_they_are_connected_and_what_they_share()
    {
        var page = await OpenExploreAsync(await TwoPapersOfAConceptAsync());

        await Assertions.Expect(page.Locator(".paths > li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What they have in common" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".panel .rows li").First).ToBeVisibleAsync();
        await page.Locator(".paths summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".hops mark").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Filters_leave_out_nodes_and_back_brings_them_again()
    {
        var page = await OpenExploreAsync("");
        var all = await NodesAsync(page);

        await page.Locator("[data-key=kind-PAPER]").UncheckAsync();
        var withoutPapers = await NodesAsync(page);
        withoutPapers.ShouldBeLessThan(all);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{all}");

        await page.Locator("[data-key=code]").CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?code=with$"));
        await LoadedAsync(page);
        (await PapersAsync(page)).ShouldAllBe(paper => (bool)paper["hasCode"]!);
        await page.Locator("[data-key=code]").UncheckAsync();

        await page.Locator("[data-key=from]").EvaluateAsync(
            "slider => { slider.value = slider.max; slider.dispatchEvent(new Event('change')); }");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?years=(\d{4})-\1$"));
        await LoadedAsync(page);
        var year = int.Parse(new Uri(page.Url).Query[^4..], CultureInfo.InvariantCulture);
        (await PapersAsync(page)).ShouldAllBe(paper => (int?)paper["year"] == year);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_copied_address_brings_everything_back()
    {
        var mamba = await PaperAsync(Mamba);
        var search = $"?of={mamba}&at={mamba}&without=AUTHOR&colour=year&view=table";
        var page = await OpenExploreAsync(search);
        var copied = await OpenExploreAsync(new Uri(page.Url).Query);

        (await NodesAsync(copied)).ShouldBe(await NodesAsync(page));
        await Assertions.Expect(copied.Locator("[data-key=kind-AUTHOR]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(copied.Locator("[data-key=colour-year]")).ToBeCheckedAsync();
        await Assertions.Expect(copied.Locator("[role=tree]")).ToBeVisibleAsync();
        await Assertions.Expect(copied.Locator(".panel h2")).ToContainTextAsync("Mamba");
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_page_that_is_loaded_again_looks_as_it_did_and_goes_on_to_what_was_undone()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*3");
        var center = await PlaceAsync(page, mamba);
        await page.Mouse.DblClickAsync(center.X, center.Y);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"of={mamba}&at="));
        await LoadedAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(1);
        await page.Locator(".stage").FocusAsync();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowLeft");
        var before = await PlaceAsync(page, mamba);

        await page.ReloadAsync();
        await LoadedAsync(page);

        var after = await PlaceAsync(page, mamba);
        (after.X, after.Y).ShouldSatisfyAllConditions(
            place => place.X.ShouldBe(before.X, tolerance: 1), place => place.Y.ShouldBe(before.Y, tolerance: 1));
        Math.Abs(after.X - center.X).ShouldBeGreaterThan(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_keyboard_alone_walks_the_tree_chooses_and_expands()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5");
        await page.Locator(".stage").FocusAsync();

        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("[role=treeitem]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(":focus")).ToHaveAttributeAsync("data-node", mamba);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".panel h2")).ToContainTextAsync("Mamba");
        await Assertions.Expect(page.Locator(".links tbody tr").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(":focus")).ToHaveAttributeAsync("data-node", mamba);
        var before = await NodesAsync(page);

        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);
        await LoadedAsync(page);
        (await NodesAsync(page)).ShouldBeGreaterThan(before);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{before}");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".panel")).ToBeHiddenAsync();
        NothingWasAmiss();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(ColorScheme colours, int width)
    {
        NodeJs.Require();
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync("", async page =>
        {
            await Axe.AddToAsync(page);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.SetViewportSizeAsync(width, 900);
        });
        (await Axe.FindAsync(page)).ShouldBeEmpty();

        foreach (var search in new[] { $"?of={mamba}&at={mamba}", $"?of={mamba}&at={mamba}&view=table" })
        {
            await GoToExploreAsync(page, search);
            await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();
            (await Axe.FindAsync(page)).ShouldBeEmpty();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_drawing_can_be_taken_along_as_a_picture_and_as_data()
    {
        var page = await OpenExploreAsync($"?of={await PaperAsync(Mamba)}");
        var nodes = await NodesAsync(page);

        XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
        XDocument.Parse(Text(await DownloadAsync(page, "GraphML"))).Descendants(graphml + "node").Count().ShouldBe(nodes);
        JsonNode.Parse(Text(await DownloadAsync(page, "JSON")))!["nodes"]!.AsArray().Count.ShouldBe(nodes);
        XDocument.Parse(Text(await DownloadAsync(page, "SVG"))).Descendants("{http://www.w3.org/2000/svg}title").Count().ShouldBe(nodes);
        (await DownloadAsync(page, "PNG"))[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_query_behind_it_opens_in_the_IDE()
    {
        var page = await OpenExploreAsync($"?of={await PaperAsync(Mamba)}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take it with you" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show query" }).ClickAsync();
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Open in the IDE" }).GetAttributeAsync("href");

        var asked = System.Web.HttpUtility.ParseQueryString(new Uri(Server.Address, link).Query);
        var answer = await Server.AskAsync(asked["query"]!, JsonNode.Parse(asked["variables"]!));
        answer["errors"].ShouldBeNull($"{answer}");
        answer["data"]!["part"]!["nodes"]!.AsArray().ShouldNotBeEmpty();
    }

    [SkippableFact]
    public async Task A_browser_without_WebGL_gets_the_tree_and_the_tables()
    {
        var page = await OpenExploreAsync("", page => page.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null;"));

        await Assertions.Expect(page.Locator(".view > .notice")).ToContainTextAsync("WebGL is missing");
        await Assertions.Expect(page.Locator("[role=treeitem]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".links tbody tr").First).ToBeVisibleAsync();
        NothingWasAmiss();
    }
}
