using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Explore;

/// <summary>What the page asks of the server: nothing twice, and nothing to show again what was there.</summary>
[Collection(nameof(ServedSample))]
public sealed class ExploreRequestTests(PreparedSampleServer server) : ExplorePageTests(server)
{
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
