using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Commands;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Dashboard;

/// <summary>The dashboard as a person meets it, over the sample.</summary>
[Collection(nameof(ServedSample))]
public sealed partial class DashboardTests(PreparedSampleServer server) : BrowserTests
{
    private static readonly string[] Cards = ["papers", "rising", "organizations", "concepts", "code", "coverage"];

    [SkippableFact]
    public async Task It_shows_the_sample_in_numbers_and_charts()
    {
        var page = await OpenDashboardAsync();

        (await PapersAsync(page)).ShouldBe(await CountAsync("{}"));
        foreach (var card in Cards)
        {
            await Assertions.Expect(page.Locator($"#{card} h2")).Not.ToBeEmptyAsync();
            await Assertions.Expect(page.Locator($"#{card} .card-body").Locator("canvas, a, td").First).ToBeVisibleAsync();
        }
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Marking_a_range_of_days_filters_everything_and_back_undoes_it()
    {
        var page = await OpenDashboardAsync();
        var all = await PapersAsync(page);
        var chart = (await page.Locator("#papers .u-over").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(chart.X + chart.Width * 0.6f, chart.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(chart.X + chart.Width * 0.9f, chart.Y + 30, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$"));
        await LoadedAsync(page);

        var marked = new Uri(page.Url).Query[1..].Split('&').Select(part => part.Split('=')[1]).ToList();
        (await PapersAsync(page)).ShouldBe(await CountAsync($$"""{ publishedOn: { from: "{{marked[0]}}", to: "{{marked[1]}}" } }"""));
        await page.GoBackAsync();
        await LoadedAsync(page);
        (await PapersAsync(page)).ShouldBe(all);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_finger_that_moves_sideways_marks_a_range()
    {
        var page = await OpenDashboardAsync();
        var chart = (await page.Locator("#papers .u-over").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);

        await TouchAsync("touchStart", 0.6f);
        await TouchAsync("touchMove", 0.7f);
        await TouchAsync("touchMove", 0.9f);
        await TouchAsync("touchEnd", null);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$"));
        await LoadedAsync(page);
        var marked = new Uri(page.Url).Query[1..].Split('&').Select(part => part.Split('=')[1]).ToList();
        string.CompareOrdinal(marked[1][..4], marked[0][..4]).ShouldBeGreaterThan(0, "more than one period");
        NothingWasAmiss();

        Task TouchAsync(string type, float? across) => session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = across is null
                ? Array.Empty<object>()
                : [new Dictionary<string, object> { ["x"] = chart.X + (chart.Width * across.Value), ["y"] = chart.Y + 20 }],
        });
    }

    [SkippableFact]
    public async Task A_click_on_a_column_takes_its_days()
    {
        var page = await OpenDashboardAsync();
        var chart = (await page.Locator("#papers .u-over").BoundingBoxAsync())!;

        await page.Mouse.ClickAsync(chart.X + chart.Width - 4, chart.Y + chart.Height - 4);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?from=\d{4}-\d\d-01&to="));
        await LoadedAsync(page);
        (await PapersAsync(page)).ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public async Task A_click_on_a_bar_filters_everything_and_the_copied_address_brings_it_back()
    {
        var page = await OpenDashboardAsync();
        var bar = page.Locator("#organizations .bars a").First;
        var name = await bar.Locator(".bars-name").TextContentAsync();
        var papers = Number().Match((await bar.Locator(".bars-value").TextContentAsync())!).Value;

        await bar.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?organization=[\w-]+$"));
        await LoadedAsync(page);
        (await PapersAsync(page)).ShouldBe(int.Parse(papers, System.Globalization.CultureInfo.InvariantCulture));

        var copied = await OpenAsync(new Uri(page.Url));
        await LoadedAsync(copied);
        await Assertions.Expect(copied.Locator(".sentence")).ToContainTextAsync($"from {name}");
        (await PapersAsync(copied)).ShouldBe(await PapersAsync(page));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_sentence_filters_by_topic_and_code()
    {
        var page = await OpenDashboardAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "any topic" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Find a topic" }).FillAsync("computer v");
        await page.GetByRole(AriaRole.Option, new() { Name = "Computer Vision" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "with or without code" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "with code", Exact = true }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?topic=vision&code=with$"));
        await LoadedAsync(page);
        (await PapersAsync(page)).ShouldBe(await CountAsync("""{ topics: { any: ["vision"] }, hasCode: true }"""));
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(server.Address, "/dashboard").AbsoluteUri);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Every_card_gives_its_numbers_as_table_and_CSV()
    {
        var page = await OpenDashboardAsync();
        foreach (var card in Cards)
        {
            await page.Locator($"#{card}").GetByTitle("Table").ClickAsync();
            await Assertions.Expect(page.Locator($"#{card} .table-box tbody tr").First).ToBeVisibleAsync();
            var shown = await page.Locator($"#{card} .table-box thead th").AllTextContentsAsync();

            var csv = await CsvAsync(page, card);

            csv.Split("\r\n")[0].ShouldBe(string.Join(',', shown));
            csv.Split("\r\n").Length.ShouldBe(await page.Locator($"#{card} .table-box tbody tr").CountAsync() + 2);
        }
        (await CsvAsync(page, "numbers")).ShouldContain($"Papers,{await CountAsync("{}")}");
        await page.ReloadAsync();
        await LoadedAsync(page);
        await Assertions.Expect(page.Locator(".table-box")).ToHaveCountAsync(Cards.Length);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Every_card_shows_its_query_and_the_IDE_opens_on_it()
    {
        var page = await OpenDashboardAsync();
        foreach (var card in Cards.Append("numbers"))
        {
            await page.Locator($"#{card}").GetByTitle("More").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Show the query" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            var link = await dialog.GetByRole(AriaRole.Link, new() { Name = "Open in the IDE" }).GetAttributeAsync("href");
            var asked = System.Web.HttpUtility.ParseQueryString(new Uri(server.Address, link).Query);
            await Assertions.Expect(dialog).ToContainTextAsync(asked["query"]!.Split('\n')[0]);

            var answer = await server.AskAsync(asked["query"]!, JsonNode.Parse(asked["variables"] ?? "{}"));

            answer["errors"].ShouldBeNull($"{card}: {answer}");
            await page.Keyboard.PressAsync("Escape");
        }
    }

    [SkippableFact]
    public async Task The_keyboard_alone_marks_days_and_chooses_a_concept()
    {
        var page = await OpenDashboardAsync();
        await page.Locator("#papers .plot").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?from=\d{4}-\d\d-01&to="));
        await LoadedAsync(page);
        await Assertions.Expect(page.Locator("#papers .plot")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "any concept" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Find a concept" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("&concept="));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_search_box_completes_a_name_and_shows_what_was_chosen()
    {
        var page = await OpenDashboardAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("natural lang");
        await page.GetByRole(AriaRole.Option, new() { Name = "topic Natural Language Processing" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"\?(topic|concept)="));
        await LoadedAsync(page);
        await Assertions.Expect(page.Locator(".sentence")).ToContainTextAsync("about Natural Language");
        NothingWasAmiss();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(ColorScheme colours, int width)
    {
        NodeJs.Require();
        var page = await OpenDashboardAsync(async page =>
        {
            await Axe.AddToAsync(page);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.SetViewportSizeAsync(width, 900);
        });

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await Axe.FindAsync(page)).ShouldBeEmpty();
        await page.Locator("#papers").GetByTitle("Table").ClickAsync();
        (await Axe.FindAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "anyone" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        (await Axe.FindAsync(page)).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#papers").GetByTitle("More").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the query" }).ClickAsync();
        (await Axe.FindAsync(page)).ShouldBeEmpty();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task The_theme_that_was_chosen_holds_on_the_next_page_too()
    {
        var page = await OpenDashboardAsync();
        var theme = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Colours") });

        await theme.ClickAsync();
        await theme.ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(theme).ToHaveAccessibleNameAsync("Colours: dark");
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(16, 19, 23)");
    }

    /// <summary>Opens it, prepared as the test likes, and waits until the sample is in and everything is drawn.</summary>
    private async Task<IPage> OpenDashboardAsync(Func<IPage, Task>? prepare = null)
    {
        BuiltPage.Require("dashboard");
        var page = await OpenAsync(new Uri(server.Address, "/dashboard"), prepare);
        await LoadedAsync(page);
        return page;
    }

    private static async Task LoadedAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".notice")).ToBeEmptyAsync();
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(Cards.Length + 1);
        await Assertions.Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
    }

    private static async Task<int> PapersAsync(IPage page) => int.Parse(
        Number().Match((await page.Locator(".numbers dd").First.TextContentAsync())!).Value,
        System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> CountAsync(string where) =>
        (int)(await server.AskAsync($"{{ papers(where: {where}) {{ totalCount }} }}"))["data"]!["papers"]!["totalCount"]!;

    private static async Task<string> CsvAsync(IPage page, string card)
    {
        await page.Locator($"#{card}").GetByTitle("More").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Numbers as CSV" }).ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"\d[\d,]*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
