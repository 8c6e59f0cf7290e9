using PaperGraph.Data.Links;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Links;

public sealed class LinkStatesTests(MigratedDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task Papers_with_a_changed_paper_among_their_links_are_near_it()
    {
        var (a, b, c) = await StoreAsync();

        (await NearAsync([b], gone: [])).ShouldBe([a, c], ignoreOrder: true);
        (await NearAsync([a], gone: [])).ShouldBe([]);
    }

    [Fact]
    public async Task A_paper_that_is_gone_was_near_those_whose_ranks_have_a_gap()
    {
        var (a, b, _) = await StoreAsync();
        await RemoveAsync(b);

        // It was the last of C's links, and C has room for more: what is left is right.
        (await NearAsync([], gone: [b])).ShouldBe([a]);
    }

    [Fact]
    public async Task A_paper_that_is_gone_was_near_those_whose_list_was_full()
    {
        var (a, b, c) = await StoreAsync(floorOfC: 0.5f);
        await RemoveAsync(b);

        (await NearAsync([], gone: [b])).ShouldBe([a, c], ignoreOrder: true);
    }

    [Fact]
    public async Task The_state_of_a_paper_is_kept_until_it_is_forgotten_that_it_was_there()
    {
        var (a, b, c) = await StoreAsync();
        await RemoveAsync(b);
        (await StatesAsync()).ShouldBe([a, b, c], ignoreOrder: true);

        await CommitAsync(async t =>
        {
            await LinkStates.ForgetRemovedAsync(t, CancellationToken.None);
            return 0;
        });

        (await StatesAsync()).ShouldBe([a, c], ignoreOrder: true);
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
        var papers = await CommitAsync(async t => (await TextPage("page", null, Paper("A"), Paper("B"), Paper("C")).StoreAsync(t)).Added);
        var (a, b, c) = (papers[0], papers[1], papers[2]);
        await CommitAsync(async t =>
        {
            await LinkUpserts.ReplaceAsync(
                t,
                [
                    new LinkedPaper(State(a), [Link(b, 2), Link(c, 1)]),
                    new LinkedPaper(State(b), []),
                    new LinkedPaper(State(c, floorOfC), [Link(b, 1)]),
                ],
                CancellationToken.None);
            return 0;
        });
        return (a, b, c);
    }

    private static LinkState State(long paper, float? floor = null) => new() { PaperId = paper, Features = 1, Rarity = 2, Floor = floor };

    private static LinkRow Link(long related, float score) => new(related, score, [new ReasonRow(ReasonKind.Words, score, null, ["net"])]);

    private async Task RemoveAsync(long paper) =>
        await RowsAsync($"delete from listings where paper_id = {paper}; delete from papers where id = {paper}");

    private Task<IReadOnlySet<long>> NearAsync(long[] changed, long[] gone) =>
        CommitAsync(t => LinkStates.FindLinkedAsync(t, changed, gone, CancellationToken.None));

    private Task<long> DigestAsync() => CommitAsync(t => LinkStates.DigestAsync(t, CancellationToken.None));

    private async Task<IEnumerable<long>> StatesAsync() =>
        (await CommitAsync(t => LinkStates.ReadAsync(t, CancellationToken.None))).Select(state => state.PaperId);
}
