using PaperGraph.Data.Links;
using PaperGraph.Data.Tests.Support;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Links;

public sealed class LinkStateReadsTests(MigratedDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task Papers_with_a_changed_paper_among_their_links_are_near_it()
    {
        var (a, b, c) = await StoreAsync();

        (await NearAsync(b)).ShouldBe([a, c], ignoreOrder: true);
        (await NearAsync(a)).ShouldBe([]);
    }

    [Fact]
    public async Task A_paper_that_was_deleted_is_near_those_that_have_it_among_their_links()
    {
        var (a, b, c) = await StoreAsync();
        await RowsAsync($"delete from listings where paper_id = {b}; delete from papers where id = {b}");

        (await NearAsync()).ShouldBe([a, c], ignoreOrder: true);
        (await StatesAsync()).ShouldBe([a, c], ignoreOrder: true);
    }

    [Fact]
    public async Task A_paper_that_was_taken_away_was_near_those_whose_list_was_full()
    {
        var (_, b, c) = await StoreAsync(floorOfC: 0.5f);
        await CommitAsync(t => LinkUpserts.RemoveAsync(t, [b], CancellationToken.None));

        // A has room for more: what is left is right.
        (await NearAsync()).ShouldBe([c]);
    }

    [Fact]
    public async Task The_digest_changes_with_what_papers_are_linked_by()
    {
        await StoreAsync();
        var before = await DigestAsync();
        (await DigestAsync()).ShouldBe(before);

        await RowsAsync("update papers set abstract = 'Another one.' where title = 'A'");
        var text = await DigestAsync();
        text.ShouldNotBe(before);
        await RowsAsync("insert into stage_states (stage, version, seen) values ('RESOLVING', '1', 1)");
        (await DigestAsync()).ShouldNotBe(text);
    }

    /// <summary>A is linked to B and C, C to B alone, B to none.</summary>
    private async Task<(long A, long B, long C)> StoreAsync(float? floorOfC = null)
    {
        var page = TextPage("page", null, PageOf.Paper("A"), PageOf.Paper("B"), PageOf.Paper("C"));
        var papers = await CommitAsync(async t => (await page.StoreAsync(t)).Added);
        var (a, b, c) = (papers[0], papers[1], papers[2]);
        await CommitAsync(async t =>
        {
            await LinkUpserts.ReplaceAsync(
                t,
                [
                    Paper(a, null, (b, 2), (c, 1)),
                    Paper(b, null),
                    Paper(c, floorOfC, (b, 1)),
                ],
                CancellationToken.None);
            return 0;
        });
        return (a, b, c);
    }

    private static LinkedPaper Paper(long id, float? floor, params (long Related, float Score)[] links) => new(
        new LinkState(id, Features: 1, Rarity: 2, floor),
        [1],
        [.. links.Select(link => link.Related)],
        [.. links.Select(link => link.Score)]);

    private Task<IReadOnlySet<long>> NearAsync(params long[] changed) =>
        CommitAsync(t => LinkStateReads.FindLinkedAsync(t, changed, CancellationToken.None));

    private Task<long> DigestAsync() => CommitAsync(t => LinkStateReads.DigestAsync(t, CancellationToken.None));

    private async Task<IEnumerable<long>> StatesAsync() =>
        (await CommitAsync(t => LinkStateReads.ReadAsync(t, CancellationToken.None))).Select(state => state.PaperId);
}
