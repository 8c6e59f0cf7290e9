using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Explore;

/// <summary>What the page asks of the server: nothing twice, and nothing to show again what was there.</summary>
[Collection(nameof(ServedSample))]
public sealed partial class ExploreRequestTests(PreparedSampleServer server) : ExplorePageTests(server)
{
    /// <summary>The statements of each are counted by tests of the graph, of which this is the document.</summary>
    [SkippableFact]
    public async Task What_it_asks_is_what_statements_are_counted_of()
    {
        var counted = await File.ReadAllTextAsync(
            RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Explore", "explore.graphql"));
        var mamba = await PaperAsync(Mamba);
        var answer = await Server.AskAsync($$"""{ neighborhood(of: ["{{mamba}}"], via: [METHOD], limit: 2) { edges { id } } }""");
        var edge = Uri.EscapeDataString($"{answer["data"]!["neighborhood"]!["edges"]![0]!["id"]}");

        var page = await OpenExploreAsync("");
        await page.Locator("[role=combobox]").FillAsync("mamba");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await GoToExploreAsync(page, $"?of={mamba}&at={mamba}");
        await GoToExploreAsync(page, await TwoPapersOfAConceptAsync());
        await Assertions.Expect(page.Locator(".panel .rows li").First).ToBeVisibleAsync();
        await GoToExploreAsync(page, $"?of={mamba}*METHOD*2&edge={edge}");
        await Assertions.Expect(page.Locator(".panel blockquote").First).ToBeVisibleAsync();
        // What no paper has, and what a paper may once have had, the page looks up.
        await GoToExploreAsync(page, $"?of={mamba}*METHOD*2&at=UGFwZXI6OTk5OTk5OTk5");

        AskedDocuments.Keys.Order().ShouldBe(["Around", "Common", "Details", "Edge", "Latest", "Paths", "Present", "Suggest"]);
        foreach (var (name, document) in AskedDocuments)
            Blanks().Replace(counted, " ").ShouldContain(Blanks().Replace(document, " ").Trim(), customMessage: name);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [SkippableFact]
    public async Task Each_step_is_one_request_and_going_back_none()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync("");
        Asked.ShouldBe(["Latest", "Around"]);

        await GoToExploreAsync(page, $"?of={mamba}*METHOD*3&at={mamba}");
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();
        Asked[2..].Order().ShouldBe(["Around", "Details"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Expand", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);
        await LoadedAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);
        await page.Locator("[data-key=kind-METHOD]").UncheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("without=METHOD"));
        await LoadedAsync(page);
        Asked[4..].ShouldBe(["Around"]);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Two_chosen_nodes_are_two_requests_and_a_link_is_one()
    {
        var page = await OpenExploreAsync($"{await TwoPapersOfAConceptAsync()}&view=table");
        await Assertions.Expect(page.Locator(".panel .rows li").First).ToBeVisibleAsync();
        Asked.Order().ShouldBe(["Around", "Common", "Paths"]);

        await page.Locator(".links tbody tr").First.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".panel blockquote, .panel .reason-bars").First).ToBeVisibleAsync();
        Asked[3..].ShouldBe(["Edge"]);
        NothingWasAmiss();
    }
}
