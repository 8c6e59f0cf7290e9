using PaperGraph.Data.Analysis;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Analysis;

public sealed class AnalysisUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Communities = "select id, slug, name, paper_count, concept_count from communities order by paper_count desc, id";

    private const string Ranks = """
        select t.name, r.rank_order, r.degree, coalesce(c.name, '-')
        from topics t
        join topic_ranks r on r.topic_id = t.id
        left join communities c on c.id = r.community_id
        order by t.name
        """;

    [Fact]
    public async Task A_node_has_a_row_of_ranks_from_its_beginning_to_its_end()
    {
        await ExecuteAsync("insert into topics (slug, name, position, paper_count) values ('a', 'A', 1, 0), ('b', 'B', 2, 0)");
        (await RowsAsync(Ranks)).ShouldBe("""
            A | -1 | 0 | -
            B | -1 | 0 | -
            """);

        await ExecuteAsync("delete from topics where slug = 'a'");

        (await RowsAsync("select count(*) from topic_ranks")).ShouldBe("1");
    }

    [Theory]
    [InlineData("papers", "paper_ranks")]
    [InlineData("concepts", "concept_ranks")]
    [InlineData("topics", "topic_ranks")]
    [InlineData("organizations", "organization_ranks")]
    [InlineData("repositories", "repository_ranks")]
    [InlineData("authors", "author_ranks")]
    public async Task Nodes_of_all_kinds_have(string nodes, string ranks) => (await RowsAsync($"""
        select count(*)
        from pg_trigger
        where tgrelid = '{nodes}'::regclass and tgname = 'add_{ranks}' and tgtype = 4
        """)).ShouldBe("1", "after insert, for each statement");

    [Fact]
    public async Task An_analysis_takes_the_place_of_the_one_before()
    {
        var (a, b, c) = await StoreTopicsAsync();
        await ReplaceAsync(
            [Community(null, "First", 5), Community(null, "Second", 4)],
            [new RankRow(a, 2, 3, 0), new RankRow(b, 0.5f, 1, 1), new RankRow(c, 0.25f, 0, null)]);
        (await RowsAsync(Ranks)).ShouldBe("""
            A | 2 | 3 | First
            B | 0.5 | 1 | Second
            C | 0.25 | 0 | -
            """);

        var second = long.Parse(await RowsAsync("select id from communities where name = 'Second'"));
        await ReplaceAsync([Community(second, "Third", 6)], [new RankRow(a, 1, 3, null), new RankRow(b, 2, 1, 0)]);

        (await RowsAsync(Communities)).ShouldBe($"{second} | third | Third | 6 | 0");
        (await RowsAsync(Ranks)).ShouldBe("""
            A | 1 | 3 | -
            B | 2 | 1 | Third
            C | 0.25 | 0 | -
            """, "what was not analyzed this time keeps what it had");
        (await RowsAsync("select count(*) from analysis_runs")).ShouldBe("2");
    }

    [Fact]
    public async Task Communities_may_take_each_others_slugs_and_those_of_the_same_name_have_two()
    {
        await ReplaceAsync([Community(null, "2", 5), Community(null, "One", 4), Community(null, "One", 3)], []);
        (await RowsAsync("select slug from communities order by paper_count desc")).ShouldMatch("^2\none\none-[0-9a-f]{6}$");

        var ids = (await RowsAsync("select id from communities order by paper_count desc")).Split('\n').Select(long.Parse).ToList();
        await ReplaceAsync([Community(ids[1], "2", 5), Community(ids[0], "One", 4)], []);

        (await RowsAsync(Communities)).ShouldBe($"""
            {ids[1]} | 2 | 2 | 5 | 0
            {ids[0]} | one | One | 4 | 0
            """);
    }

    [Fact]
    public async Task Communities_have_concepts_that_are_still_there_and_ties()
    {
        await ExecuteAsync("insert into concepts (slug, name, kind, key, specificity, paper_count) values ('x', 'X', 'METHOD', 'x', 1, 0)");
        var concept = long.Parse(await RowsAsync("select id from concepts"));

        await ReplaceAsync(
            [
                Community(null, "One", 5) with { Concepts = [(concept, 0.5f, 2), (concept + 1, 0.25f, 2)], Ties = [(1, 3, 7, [concept])] },
                Community(null, "Two", 4) with { Ties = [(0, 3, 7, [concept])] },
            ],
            []);

        (await RowsAsync("select c.name, x.name, e.score, e.paper_count from community_concepts e "
            + "join communities c on c.id = e.community_id join concepts x on x.id = e.concept_id")).ShouldBe("One | X | 0.5 | 2");
        (await RowsAsync("select c.name, o.name, weight, edge_count, cardinality(concept_ids) from community_ties e "
            + "join communities c on c.id = e.community_id join communities o on o.id = e.other_id order by c.name")).ShouldBe("""
            One | Two | 3 | 7 | 1
            Two | One | 3 | 7 | 1
            """);
    }

    private async Task<(long A, long B, long C)> StoreTopicsAsync()
    {
        await ExecuteAsync("""
            insert into topics (slug, name, position, paper_count) values ('a', 'A', 1, 0), ('b', 'B', 2, 0), ('c', 'C', 3, 0)
            """);
        var ids = (await RowsAsync("select id from topics order by name")).Split('\n').Select(long.Parse).ToList();
        return (ids[0], ids[1], ids[2]);
    }

    private static CommunityRow Community(long? id, string name, int papers) =>
        new(id, name, new Dictionary<NodeKind, int> { [NodeKind.Paper] = papers }, [], []);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private Task ReplaceAsync(IReadOnlyList<CommunityRow> communities, IReadOnlyList<RankRow> topics) =>
        CommitAsync(transaction => AnalysisUpserts.ReplaceAsync(
            transaction,
            new AnalysisRun
            {
                AnalyzedAt = DateTimeOffset.UnixEpoch,
                Version = "test",
                Damping = 0.85,
                Tolerance = 1e-9,
                Resolution = 1,
            },
            new AnalysisRows(communities, new Dictionary<NodeKind, IEnumerable<RankRow>> { [NodeKind.Topic] = topics }),
            CancellationToken.None));
}
