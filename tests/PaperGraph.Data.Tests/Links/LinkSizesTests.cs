using System.Globalization;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Links;
using PaperGraph.Data.Tests.Support;
using PaperGraph.GeneratedGraph;

namespace PaperGraph.Data.Tests.Links;

public sealed class LinkSizesTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const int Papers = 1_000;

    /// <summary>Tables with their indexes, of papers that have as many words and related papers as are kept.</summary>
    [Fact]
    public async Task Links_and_features_of_a_paper_whose_list_is_full_take_less_than_two_kilobytes()
    {
        var papers = GeneratedFeatures.Create(Papers, 0, Papers);
        await CommitAsync(async transaction =>
        {
            // There are no papers that the rows could belong to.
            await transaction.ExecuteAsync("set local session_replication_role = replica", CancellationToken.None);
            await FeaturesUpserts.ReplaceAsync(
                transaction,
                [.. papers.Select(paper => Row(paper.Id, paper.Features))],
                PaperLinker.Version,
                CancellationToken.None);
            await LinkUpserts.ReplaceAsync(
                transaction, [.. papers.Select(paper => List(paper.Id, paper.Features))], CancellationToken.None);
        });

        (await RowsAsync("select count(*) from related_papers where cardinality(related_ids) = 50"))
            .ShouldBe(Papers.ToString(CultureInfo.InvariantCulture));
        var bytes = long.Parse(
            await RowsAsync("select pg_total_relation_size('paper_features') + pg_total_relation_size('related_papers')"),
            CultureInfo.InvariantCulture);
        (bytes / Papers).ShouldBeLessThan(2_048);
    }

    private static FeaturesRow Row(long paper, PaperFeatures features) =>
        new(paper, 1, features.Packed, features.Concepts, features.Organizations, features.Repositories);

    private static LinkedPaper List(long paper, PaperFeatures features)
    {
        const int MaxWords = 64;
        var levels = new byte[1 + MaxWords + features.Concepts.Length + features.Organizations.Length + features.Repositories.Length];
        return new LinkedPaper(
            paper,
            levels,
            [.. Enumerable.Range(1, 50).Select(related => 1_000_000L * related)],
            [.. Enumerable.Range(1, 50).Select(related => 1f / related)]);
    }
}
