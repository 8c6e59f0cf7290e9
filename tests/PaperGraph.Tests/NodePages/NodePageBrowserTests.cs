using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Commands;
using PaperGraph.Tests.Dashboard;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.NodePages;

/// <summary>The pages of nodes as a browser shows them.</summary>
[Collection(nameof(ServedSample))]
public sealed class NodePageBrowserTests(PreparedSampleServer server) : BrowserTests
{
    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(ColorScheme colours, int width)
    {
        NodeJs.Require();
        var page = await OpenAsync(new Uri(server.Address, "/paper/2312.00752"), Axe.AddToAsync, new()
        {
            ColorScheme = colours,
            ViewportSize = new() { Width = width, Height = 900 },
        });

        foreach (var address in new[] { "/paper/2312.00752", "/concept/transformer", "/organization/openai", "/topic/vision" })
        {
            await page.GotoAsync(new Uri(server.Address, address).AbsoluteUri);
            (await Axe.FindAsync(page)).ShouldBeEmpty(address);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, address);
        }
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_button_of_a_page_leads_to_its_node_in_the_graph()
    {
        BuiltPage.Require("explore");
        var page = await OpenAsync(new Uri(server.Address, "/concept/transformer"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Show it in the graph" }).ClickAsync();

        await Assertions.Expect(page.Locator(".panel h2")).ToHaveTextAsync("Transformer");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open its page" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Transformer");
        NothingWasAmiss();
    }
}
