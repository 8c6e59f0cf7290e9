namespace PaperGraph.Ingest.Tests;

/// <summary>Results that tables state of papers, and the leaderboards that follow from them.</summary>
public sealed class ResultsTests
{
    private const string Boards = """
        select task, dataset, metric, direction, direction_basis, result_count, paper_count from leaderboards order by task_key, metric_key
        """;

    private const string Rows = """
        select p.title, r.model, r.value, r.measure, r.goodness, r.uses_additional_data, r.code_url, r.source_url
        from results r join papers p on p.id = r.paper_id join leaderboards l on l.id = r.leaderboard_id
        where l.metric_key = 'accuracy'
        order by r.goodness desc, p.title, r.model
        """;

    private static readonly string[] Documents =
    [
        Table("Walking", "Steps", """
            {"model_name": "Heron-L", "paper_title": "One Leg Is Enough", "paper_url": "https://arxiv.org/abs/2101.00007v2",
             "metrics": {"Accuracy": "90.5%", "Error": 0.07}, "code_links": [{"title": "walk", "url": "https://github.com/heron/walk"}]},
            {"model_name": "Crab", "paper_title": "Sideways", "paper_url": "", "metrics": {"Accuracy": "80.4/85.9", "Error": "1.2M"}}
            """),
        // The same table elsewhere in the dump, written a little otherwise.
        Table("walking", "STEPS", """
            {"model_name": "Heron-L", "paper_title": "", "paper_url": "https://arxiv.org/abs/2101.00007", "metrics": {"accuracy": "90.5%"},
             "uses_additional_data": true},
            {"model_name": "Heron-L", "paper_title": "One leg is enough", "paper_url": "https://arxiv.org/abs/2101.00007",
             "metrics": {"accuracy": "91.0"}}
            """),
        """
        [{"paper_url": "https://paperswithcode.com/paper/one-leg", "arxiv_id": "2101.00007", "title": "One Leg Is Enough", "abstract": "We walk.",
          "url_abs": "http://arxiv.org/abs/2101.00007v1", "authors": ["Ada Green"]}]
        """,
    ];

    [Fact]
    public async Task Results_make_leaderboards_that_go_with_the_last_of_them()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await ImportAsync(database, 0, 1, 2);

        (await database.RowsAsync(Boards)).ShouldBe("""
            Walking | Steps | Accuracy | HIGHER_IS_BETTER | NAME | 3 | 2
            Walking | Steps | Error | LOWER_IS_BETTER | NAME | 2 | 2
            """.ReplaceLineEndings("\n"));
        (await database.RowsAsync(Rows)).ShouldBe("""
            One Leg Is Enough | Heron-L | 91.0 | 91 | 91 | - | - | https://example.org/board
            One Leg Is Enough | Heron-L | 90.5% | 90.5 | 90.5 | yes | https://github.com/heron/walk | https://example.org/board
            Sideways | Crab | 80.4/85.9 | - | -Infinity | - | - | https://example.org/board
            """.ReplaceLineEndings("\n"));
        (await database.RowsAsync("select goodness from results where metric = 'Error' order by goodness desc")).ShouldBe("-0.07\n-1200000");
        (await database.RowsAsync("select r.key from repositories r join paper_repositories e on e.repository_id = r.id"))
            .ShouldBe("github.com/heron/walk");
        (await database.RowsAsync("select title, field from papers p left join paper_disagreements d on d.paper_id = p.id order by 1"))
            .ShouldBe("One Leg Is Enough | -\nSideways | -", "an id in the place of a title contradicts no title");

        // As where later readings of the pages no longer find some rows, and then any.
        await database.RowsAsync("update listings set details = null where title in ('Sideways', 'One leg is enough')");
        await MergeAnewAsync(database);
        (await database.RowsAsync(Boards)).ShouldBe("""
            Walking | Steps | Accuracy | HIGHER_IS_BETTER | NAME | 1 | 1
            Walking | Steps | Error | LOWER_IS_BETTER | NAME | 1 | 1
            """.ReplaceLineEndings("\n"));
        await database.RowsAsync("update listings set details = null");
        await MergeAnewAsync(database);
        (await database.RowsAsync("select (select count(*) from results), (select count(*) from leaderboards)")).ShouldBe("0 | 0");
    }

    [Fact]
    public async Task Results_are_the_same_in_whatever_order_they_are_read_and_reading_them_again_changes_nothing()
    {
        var told = await ArrivalOrders.TellAsync(
            [[0, 1, 2], [2, 1, 0], [1, 2, 0]], ImportAsync, database => database.TellStatedAsync());
        told.ShouldContain("One Leg Is Enough | Walking | Steps | Accuracy");
    }

    [Fact]
    public async Task An_import_of_listings_without_results_asks_nothing_of_them()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await ImportAsync(database, 0);
        log.Take();

        await database.ImportAsync(SamplePages.Monday);

        // One statement asks for all parts of papers whether there are any.
        log.Take().Where(statement => statement.Contains("results", StringComparison.Ordinal))
            .ShouldAllBe(statement => statement.Contains("citation_ends", StringComparison.Ordinal));
    }

    /// <summary>As where the rules of merging have changed.</summary>
    private static async Task MergeAnewAsync(ImportDatabase database)
    {
        await database.RowsAsync("update stage_states set version = 'old' where stage = 'MERGING'");
        await database.ImportAsync(ImportSource.Text("other.json", """[{"id": "2406.01234", "title": "Other"}]"""));
        (await database.FindWrongAsync()).ShouldBeEmpty();
    }

    private static Task<ImportResult> ImportAsync(ImportDatabase database, params int[] documents) => database.ImportAsync(
        [.. documents.Select(document => ImportSource.Text($"{document}.json", Documents[document]))]);

    private static string Table(string task, string dataset, string rows) => $$$"""
        [{"task": "{{{task}}}", "datasets": [{"dataset": "{{{dataset}}}",
          "dataset_links": [{"title": "Papers with Code Leaderboard URL", "url": "https://example.org/board"}],
          "sota": {"metrics": ["Accuracy"], "rows": [{{{rows}}}]}}]}]
        """;
}
