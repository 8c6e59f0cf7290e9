using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Browsers;
using PaperGraph.Tests.Commands;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Dashboard;

/// <summary>The dashboard over hundreds of papers of one month, as Hugging Face listed them.</summary>
public sealed class RecordedDaysTests(RecordedDaysServer server) : BrowserTests, IClassFixture<RecordedDaysServer>
{
    [SkippableFact]
    public async Task A_topic_that_is_chosen_in_the_legend_of_a_month_has_as_many_papers_as_the_API_counts()
    {
        BuiltPage.Require("dashboard");
        SharedData.Require(RecordedDaysServer.Folder);
        var page = await OpenAsync(new Uri(server.Address, "/dashboard?from=2026-07-01&to=2026-07-31"));
        await Assertions.Expect(page.Locator("#papers .card-subtitle")).ToContainTextAsync("Papers a day by topic");
        await Assertions.Expect(page.Locator("#rising tbody tr")).ToHaveCountAsync(10);

        await page.Locator("#papers .legend a", new() { HasText = "Agents" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("&topic=agents$"));

        var answer = await server.AskAsync("""
            { papers(where: { publishedOn: { from: "2026-07-01", to: "2026-07-31" }, topics: { any: ["agents"] } }) { totalCount } }
            """);
        var papers = (int)answer["data"]!["papers"]!["totalCount"]!;
        await Assertions.Expect(page.Locator(".numbers dd").First).ToHaveTextAsync($"{papers}");
        await Assertions.Expect(page.Locator("#papers .legend")).ToContainTextAsync("Other or none below it");
        await Assertions.Expect(page.Locator("#rising tbody tr").First).ToBeVisibleAsync();

        // Each paper is in one column at least: in those of the topics below, or in that of all others.
        var drawn = await page.Locator("#papers .legend .detail").AllTextContentsAsync();
        drawn.Sum(text => int.Parse(text, CultureInfo.InvariantCulture)).ShouldBeGreaterThanOrEqualTo(papers);
        NothingWasAmiss();
    }
}

/// <summary>The program over the recorded days of July 2026.</summary>
public sealed class RecordedDaysServer : SampleServer
{
    public const string Folder = "hf-daily";

    protected override string[] Options => ["--no-sample"];

    protected override async Task<TestDatabase> CreateDatabaseAsync()
    {
        var database = await TestDatabase.CreateEmptyAsync();
        if (!Directory.Exists(SharedData.Combine(Folder))) return database;
        var days = Directory.GetFiles(SharedData.Combine(Folder), "2026-07-*.json");
        (await PaperGraphProcess.RunAsync(["import", .. days, "--database", database.ConnectionString])).ExitCode.ShouldBe(0);
        return database;
    }
}
