using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PaperGraph.Data;
using PaperGraph.Ingest;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.NodePages;

/// <summary>The sample with records of scholarly sources that cite each other, and a listing that says other things than they.</summary>
public sealed class ScholarSite : SampleSite
{
    private const string OtherWords = """
        [{ "paper": { "id": "2401.00001", "title": "Weaving Maps out of Loose Threads", "summary": "We weave maps.",
           "publishedAt": "2024-01-02T00:00:00.000Z", "authors": [{ "name": "Ana Weaver" }], "upvotes": 4 },
           "publishedAt": "2024-01-02T00:00:00.000Z", "title": "Weaving Maps out of Loose Threads" }]
        """;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var database = DataSources.Create(ConnectionString);
        var scholar = RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Scholar");
        ImportSource[] sources =
        [
            .. new[] { "works.jsonl", "paper.json", "records.xml" }.Select(name => ImportSource.File(Path.Combine(scholar, name))),
            ImportSource.Text("other-words.json", OtherWords),
        ];
        await new Importer(database, TimeProvider.System).ImportAsync(sources, new ImportOptions(), progress: null, CancellationToken.None);
    }
}

/// <summary>What scholarly sources say beside title and abstract, on the pages of their papers.</summary>
public sealed class ScholarPageTests(ScholarSite site) : IClassFixture<ScholarSite>
{
    [Fact]
    public async Task A_paper_that_was_withdrawn_says_so_before_all_else_and_to_programs()
    {
        var page = await OpenAsync("/paper/2401.00002");

        page.QuerySelector("article > [role=note]")!.TextContent
            .ShouldStartWith("This paper was withdrawn on 4 Jan 2024.");
        page.QuerySelector("meta[property='og:description']")!.GetAttribute("content").ShouldStartWith("Withdrawn. ");
        DataOf(page).GetProperty("creativeWorkStatus").GetString().ShouldBe("Withdrawn");
        Entries(page, ".history li").ShouldContain("4 Jan 2024 version 2, which withdraws the paper");
    }

    [Fact]
    public async Task Versions_and_categories_are_there_for_people_and_programs()
    {
        var page = await OpenAsync("/paper/2401.00001");

        Entries(page, ".history li").Take(2).ShouldBe(["2 Jan 2024 version 1", "9 Feb 2024 version 2"]);
        Entries(page, ".facts > span").ShouldBe(
            [
                "2 Jan 2024", "organizationInstitute of Threads", "topicMachine Learning (cs.LG)",
                "topicComputation and Language (cs.CL)", "4 upvotes", "cited 7 times",
            ],
            ignoreOrder: true);
        page.QuerySelector("[role=note]").ShouldBeNull();
        var data = DataOf(page);
        data.GetProperty("version").GetInt32().ShouldBe(2);
        data.GetProperty("dateModified").GetString().ShouldBe("2024-02-09");
        data.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).ShouldBe(["cs.LG", "cs.CL"]);
        data.TryGetProperty("creativeWorkStatus", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_paper_cites_and_what_cites_it_lead_on_and_what_is_not_imported_is_told()
    {
        var citing = await OpenAsync("/paper/2401.00001");
        var cited = await OpenAsync("/paper/knots-that-open-by-themselves");

        string[] works = ["/paper/threads-and-how-they-hold", "/paper/knots-that-open-by-themselves"];
        Links(citing, "#references").ShouldBe(works);
        DataOf(citing).GetProperty("citation").EnumerateArray().Select(work => work.GetProperty("url").GetString())
            .ShouldBe(works.Select(address => site.Address + address));
        Links(cited, "#cited-by").ShouldBe(["/paper/2401.00001", "/paper/threads-and-how-they-hold"]);
        Entries(cited, ".works li").ShouldBe(["Of Ropes and the Sea 1987", "in prep."]);
    }

    [Fact]
    public async Task Where_sources_differ_each_is_told_with_what_it_says()
    {
        var page = await OpenAsync("/paper/2401.00001");

        Entries(page, ".disagreements dt").ShouldBe(["Title"]);
        Entries(page, ".disagreements dd").ShouldBe(
        [
            "Weaving Maps from Loose Threads arxiv-oai",
            "Weaving Maps out of Loose Threads hf-json",
            "Weaving Maps from Loose Threads openalex",
        ]);
    }

    private async Task<IHtmlDocument> OpenAsync(string address) => new HtmlParser().ParseDocument(await site.TextAsync(address));

    private static JsonElement DataOf(IParentNode page) =>
        JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

    private static IEnumerable<string> Links(IParentNode page, string heading) =>
        page.QuerySelector(heading)!.ParentElement!.QuerySelectorAll(".title a").Select(link => link.GetAttribute("href")!);

    /// <summary>What they read as, with single blanks.</summary>
    private static IEnumerable<string> Entries(IParentNode page, string selector) =>
        from entry in page.QuerySelectorAll(selector)
        select string.Join(' ', entry.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
