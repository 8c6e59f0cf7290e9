using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Bulk;

/// <summary>What merging a few papers costs where many are stored.</summary>
public sealed class MergeTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const int Many = 4_000;

    // Of the rows that this transaction has read one by one, through a whole table.
    private const string ReadThrough = """
        select relname, seq_tup_read
        from pg_stat_xact_user_tables
        where schemaname = 'public' and seq_tup_read > 0
            and relname in (
                'papers', 'listings', 'paper_keys', 'authorships', 'mentions', 'abbreviations', 'evidence', 'paper_repositories')
        order by 1
        """;

    [Fact]
    public async Task A_few_papers_are_merged_without_going_through_the_tables_of_all()
    {
        await CommitAsync(transaction => StoreAsync(transaction, "many", 0, Many));
        await CommitAsync(transaction => TableStatistics.RefreshAsync(transaction, CancellationToken.None));

        var read = await CommitAsync(async transaction =>
        {
            await StoreAsync(transaction, "few", Many, 3);
            return await ReadAsync(transaction);
        });

        read.ShouldBe("");
    }

    [Fact]
    public async Task The_same_papers_again_are_found_by_their_ids_too()
    {
        await CommitAsync(transaction => StoreAsync(transaction, "many", 0, Many));
        await CommitAsync(transaction => StoreAsync(transaction, "few", Many, 3));
        await CommitAsync(transaction => TableStatistics.RefreshAsync(transaction, CancellationToken.None));

        var read = await CommitAsync(async transaction =>
        {
            await StoreAsync(transaction, "few", Many, 3);
            return await ReadAsync(transaction);
        });

        read.ShouldBe("");
    }

    private static async Task StoreAsync(NpgsqlTransaction transaction, string page, int first, int count)
    {
        var numbers = Enumerable.Range(first, count).ToList();
        var stored = await PageOf.JsonPage(page, "2026-01-02", [.. numbers.Select(i => PageOf.Paper($"Meadow {i}") with
        {
            Abstract = $"Of meadow {i}.",
            ArxivId = $"2406.{i:00000}",
            AuthorNames = [$"Ada Green {i}", $"Ben Moss {i % 13}"],
        })]).StoreAsync(transaction);

        var repositories = await RepositoryUpserts.UpsertAsync(
            transaction,
            [.. numbers.Select(i => new RepositoryRow(
                "github.com", "lab", $"m{i}", $"github.com/lab/m{i}", $"https://github.com/lab/m{i}"))],
            CancellationToken.None);
        await EvidenceUpserts.ReplaceStatedAsync(
            transaction,
            stored.Listings,
            [.. stored.Listings.Zip(repositories, (listing, repository) => new StatedEdge(
                listing,
                new RepositoryTarget(repository.Id),
                new EvidenceRow("hf-json", "githubRepo", $"lab/m{repository.Id}", null, null, "hf-json", "1", 1)))],
            CancellationToken.None);
        await MentionUpserts.ReplaceAsync(
            transaction,
            "test",
            "1",
            [.. stored.Listings.Select((listing, i) => new PaperMentions(
                listing.PaperId,
                [.. Enumerable.Range(0, 10).Select(n => new MentionRow(
                    TextField.Abstract, n, 1, $"meadow {n}", $"meadow {n}", ConceptKind.Task, 0.5f, default))],
                [new AbbreviationRow("M", $"meadow {i}", "m", $"meadow {i}")],
                [1],
                []))],
            CancellationToken.None);
    }

    private static async Task<string> ReadAsync(NpgsqlTransaction transaction) => string.Join(
        '\n', await transaction.QueryAsync(ReadThrough, row => $"{row.GetString(0)}: {row.GetInt64(1)} rows", CancellationToken.None));
}
