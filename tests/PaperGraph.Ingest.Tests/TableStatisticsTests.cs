using System.Text.Json;

namespace PaperGraph.Ingest.Tests;

/// <summary>What PostgreSQL knows of the tables when it plans.</summary>
public sealed class TableStatisticsTests
{
    /// <summary>
    /// Tables that hold rows and of whose values nothing is known, or whose count of rows is far from the truth. Queues are left out:
    /// they are empty by then, and PostgreSQL may have looked at them meanwhile by itself.
    /// </summary>
    private const string Unknown = """
        select c.relname
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r'
            and c.relname not in ('import_runs', '__EFMigrationsHistory', 'changed_names', 'uncounted_changes', 'unlinked_papers')
            and pg_relation_size(c.oid) > 0
            and (c.reltuples < 1 or not exists (select from pg_stats s where s.tablename = c.relname))
        """;

    [Fact]
    public async Task When_a_stage_begins_the_planner_knows_what_the_stages_before_have_written()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);

        await database.ImportAsync(new ImportOptions { ChunkSize = 50 }, Papers(0, 120));

        // Each table is analyzed before the first statement that links papers reads it.
        var statements = log.Take();
        var linking = statements.FindIndex(statement => statement.Contains("cross join lateral", StringComparison.Ordinal)
            && statement.Contains("paper_concepts", StringComparison.Ordinal));
        var analyzed = statements[..linking].Where(IsAnalyze).SelectMany(Tables).ToHashSet();
        linking.ShouldBePositive();
        analyzed.IsSupersetOf([
            "papers", "listings", "mentions", "extractions", "concepts", "concept_names", "paper_concepts", "paper_repositories",
            "repositories", "paper_organizations", "organizations", "authors", "authorships", "evidence",
        ]).ShouldBeTrue(string.Join(' ', analyzed.Order(StringComparer.Ordinal)));
        (await database.RowsAsync(Unknown)).ShouldBe("");
        // The last sixth is not worth another look.
        (await database.RowsAsync("select reltuples >= 100 from pg_class where oid = 'papers'::regclass")).ShouldBe("yes");
    }

    [Fact]
    public async Task A_few_more_papers_do_not_make_tables_be_analyzed_again()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(Papers(0, 400));
        log.Take();

        await database.ImportAsync(Papers(1_000, 5));

        var analyzed = log.Take().Where(IsAnalyze).SelectMany(Tables).ToList();
        string[] large = ["papers", "listings", "mentions", "authorships", "related_papers", "paper_features"];
        analyzed.Intersect(large).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_rebuilt_in_one_transaction_is_known_within_it()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(Papers(0, 120));
        await database.RowsAsync(
            "delete from pg_statistic where starelid in ('mentions'::regclass, 'concepts'::regclass, 'paper_concepts'::regclass)");
        log.Take();

        await new ConceptRebuild(database.DataSource).RunAsync(progress: null, CancellationToken.None);

        string[] unknown = ["concepts", "mentions", "paper_concepts"];
        log.Take().Where(IsAnalyze).SelectMany(Tables).Intersect([.. unknown, "papers", "authors"]).Order().ShouldBe(unknown);
        (await database.RowsAsync(Unknown)).ShouldBe("");
    }

    [Fact]
    public async Task Two_imports_at_once_do_not_wait_for_each_other_in_a_circle()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var options = new ImportOptions { ChunkSize = 20 };

        var results = await Task.WhenAll(
            Task.Run(() => database.ImportAsync(options, Papers(0, 100))), Task.Run(() => database.ImportAsync(options, Papers(500, 100))));

        results.Sum(result => result.PapersAdded).ShouldBe(200);
        (await database.RowsAsync("select state, count(*) from import_runs group by 1")).ShouldBe("DONE | 2");
    }

    private static bool IsAnalyze(string statement) => statement.StartsWith("analyze ", StringComparison.Ordinal);

    private static string[] Tables(string analyze) => analyze["analyze ".Length..].Split(", ");

    /// <summary>Papers with authors, an organization, code and names of their own beside some that they share.</summary>
    private static ImportSource Papers(int first, int count) => ImportSource.Text($"{first}.json", JsonSerializer.Serialize(
        Enumerable.Range(first, count).Select(i => new
        {
            paper = new
            {
                id = $"2406.{i:00000}",
                title = $"Meadow-{i}: Growth of Sparse Gardens of Kind {i}",
                summary = $"We study gradual sparse growth {i % 67} (GSG-{i % 67}) with contrastive learning on ImageNet and Meadow-{i}. "
                    + $"Code is at https://github.com/lab-{i % 11}/meadow-{i}.",
                authors = new[] { new { name = $"Ada Green {i}" }, new { name = $"Ben Moss {i % 13}" } },
                organization = new { name = $"lab-{i % 11}", fullname = $"Lab {i % 11}" },
                publishedAt = "2024-06-12T00:00:00.000Z",
            },
        })));
}
