using Npgsql;
using PaperGraph.Data.Links;
using PaperGraph.Data.Tests.Support;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Links;

public sealed class LinkUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Links = """
        select p.title, r.title, related.rank, related.score
        from related_papers l
        cross join lateral unnest(l.related_ids, l.scores) with ordinality related(id, score, rank)
        join papers p on p.id = l.paper_id
        join papers r on r.id = related.id
        order by p.title, related.rank
        """;

    [Fact]
    public async Task Links_are_ranked()
    {
        var (a, b, c) = await StoreAsync();

        await ReplaceAsync(Paper(a, (c, 1.5f), (b, 1)));

        (await RowsAsync(Links)).ShouldBe("""
            A | C | 1 | 1.5
            A | B | 2 | 1
            """);
    }

    [Fact]
    public async Task Replaced_they_are_what_they_are_now_and_links_of_other_papers_stay()
    {
        var (a, b, c) = await StoreAsync();
        await ReplaceAsync(Paper(a, (c, 1.5f), (b, 1)), Paper(b, (a, 1)));

        await ReplaceAsync(Paper(a, (b, 2), (c, 1.5f)));

        (await RowsAsync(Links)).ShouldBe("""
            A | B | 1 | 2
            A | C | 2 | 1.5
            B | A | 1 | 1
            """);
        await ReplaceAsync(Paper(a));
        (await RowsAsync(Links)).ShouldBe("B | A | 1 | 1");
    }

    [Fact]
    public async Task Storing_them_again_writes_no_row()
    {
        var (a, b, c) = await StoreAsync();
        LinkedPaper[] papers = [Paper(a, (c, 1.5f), (b, 1)), Paper(b, (a, 1))];
        await ReplaceAsync(papers);
        var before = await VersionsAsync();

        await ReplaceAsync(papers);

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Removed_a_paper_is_in_no_list_and_the_others_keep_their_order()
    {
        var (a, b, c) = await StoreAsync();
        await ReplaceAsync(Paper(a, (c, 1.5f), (b, 1)), Paper(b, (a, 1)), Paper(c, (a, 1.5f)));

        await CommitAsync(t => LinkUpserts.RemoveAsync(t, [c], CancellationToken.None));

        (await RowsAsync(Links)).ShouldBe("""
            A | B | 1 | 1
            B | A | 1 | 1
            """);
        (await RowsAsync("select count(*) from related_papers")).ShouldBe("2");
    }

    [Fact]
    public async Task The_database_refuses_a_paper_among_its_own_links_and_scores_without_a_paper()
    {
        var (a, b, _) = await StoreAsync();

        (await RefusedAsync(Paper(a, (a, 1)))).ShouldBe("ck_related_papers_ends");
        (await RefusedAsync(Paper(a, (b, 1)) with { Scores = [1, 0.5f] })).ShouldBe("ck_related_papers_lists");
        (await RefusedAsync(Paper(a, (b, -1)))).ShouldBe("ck_related_papers_scores");
    }

    private async Task<string?> RefusedAsync(LinkedPaper paper) =>
        (await Should.ThrowAsync<PostgresException>(() => ReplaceAsync(paper))).ConstraintName;

    private static LinkedPaper Paper(long id, params (long Related, float Score)[] links) => new(
        id,
        [1],
        [.. links.Select(link => link.Related)],
        [.. links.Select(link => link.Score)]);

    private Task<(long A, long B, long C)> StoreAsync() => CommitAsync(async t =>
    {
        var papers = (await TextPage("page", null, PageOf.Paper("A"), PageOf.Paper("B"), PageOf.Paper("C")).StoreAsync(t)).Added;
        return (papers[0], papers[1], papers[2]);
    });

    private Task ReplaceAsync(params LinkedPaper[] papers) => CommitAsync(t => LinkUpserts.ReplaceAsync(t, papers, CancellationToken.None));
}
