using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Explore;

/// <summary>How what is drawn looks, and that the address brings the looks back.</summary>
[Collection(nameof(ServedSample))]
public sealed class ExploreLookTests(PreparedSampleServer server) : ExplorePageTests(server)
{
    [SkippableFact]
    public async Task Communities_have_names_in_the_legend_with_how_many_nodes_are_drawn_of_each()
    {
        var page = await OpenExploreAsync("");

        await page.Locator("[data-key=colour-community]").CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?colour=community$"));

        var answer = await Server.AskAsync("{ communities(first: 100) { nodes { name } } }");
        var known = answer["data"]!["communities"]!["nodes"]!.AsArray().Select(community => $"{community!["name"]}").ToList();
        var names = await page.Locator(".communities bdi").AllTextContentsAsync();
        names.Count.ShouldBeGreaterThan(2);
        names.Where(name => name != "others, or in none").ShouldBeSubsetOf(known);
        var counts = await page.Locator(".communities .detail").AllTextContentsAsync();
        counts.Sum(int.Parse).ShouldBe(await NodesAsync(page));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_years_are_chosen_by_the_keyboard_and_taken_back_by_one_button()
    {
        var page = await OpenExploreAsync("");

        await page.Locator("[data-key=to]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?years=\d{4}-\d{4}$"));
        await LoadedAsync(page);
        var last = int.Parse(page.Url[^4..]);
        (await PapersAsync(page)).ShouldAllBe(paper => (int?)paper["year"] <= last);
        await Assertions.Expect(page.Locator("[data-key=to]")).ToHaveValueAsync($"{last}");
        await Assertions.Expect(page.Locator(".view > .notice")).ToContainTextAsync("among all papers");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take these filters back" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/explore$"));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_link_to_what_is_shown_is_copied()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync(
            $"?of={mamba}&colour=year", page => page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]));

        await page.GetByRole(AriaRole.Button, new() { Name = "Take it with you" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy as a link" }).ClickAsync();

        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Copied.");
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(page.Url);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Hidden_and_pinned_nodes_and_several_beginnings_come_back_with_the_address()
    {
        var mamba = await PaperAsync(Mamba);
        var other = await PaperAsync("1706.03762");
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5&of={other}*METHOD*5&at={mamba}");
        var all = await NodesAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"pin={mamba}"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{all - 1}");
        await page.ReloadAsync();
        await LoadedAsync(page);
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{all - 1}");
        await Assertions.Expect(page.Locator(".crumb")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show 1 hidden again" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-nodes", $"{all}");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Let go" })).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_drawing_is_not_blank_when_the_panel_takes_some_of_its_width()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5");
        (await WrittenAsync(page)).ShouldBeGreaterThan(0);

        await ClickAsync(page, await PlaceAsync(page, mamba));
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();

        (await WrittenAsync(page)).ShouldBeGreaterThan(0);
        (await page.Locator(".stage canvas").First.EvaluateAsync<int>("canvas => canvas.width"))
            .ShouldBe(await page.Locator(".stage").EvaluateAsync<int>("stage => stage.offsetWidth"));
        NothingWasAmiss();
    }

    /// <summary>How many pixels of names there are, in the moment after a frame.</summary>
    private static Task<int> WrittenAsync(IPage page) => page.EvaluateAsync<int>(
        """
        () => new Promise(resolve => requestAnimationFrame(() => setTimeout(() => {
          const canvas = document.querySelector('.sigma-labels');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          resolve(data.filter((value, at) => at % 4 === 3 && value > 0).length);
        })))
        """);
}
