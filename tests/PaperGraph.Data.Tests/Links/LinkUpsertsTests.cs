using Npgsql;
using PaperGraph.Data.Links;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Links;

public sealed class LinkUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Links = """
        select p.title, r.title, l.rank, l.score, w.ordinal, w.kind, w.weight, w.words, o.slug
        from links l
        join papers p on p.id = l.paper_id
        join papers r on r.id = l.related_id
        left join link_reasons w using (paper_id, related_id)
        left join organizations o on o.id = w.organization_id
        order by p.title, l.rank, w.ordinal
        """;

    [Fact]
    public async Task Links_are_ranked_and_say_why()
    {
        var (a, b, c, organization) = await StoreAsync();

        await ReplaceAsync(
            Paper(a, [Link(c, 1.5f, Shared(organization, 1f), Words(0.5f, "graph", "net")), Link(b, 1, Words(1, "net"))]));

        (await RowsAsync(Links)).ShouldBe("""
            A | C | 1 | 1.5 | 1 | ORGANIZATION | 1 |  | org
            A | C | 1 | 1.5 | 2 | WORDS | 0.5 | graph, net | 
            A | B | 2 | 1 | 1 | WORDS | 1 | net | 
            """);
    }

    [Fact]
    public async Task Replaced_they_are_what_they_are_now_and_links_of_other_papers_stay()
    {
        var (a, b, c, organization) = await StoreAsync();
        await ReplaceAsync(
            Paper(a, [Link(c, 1.5f, Shared(organization, 1f), Words(0.5f, "graph")), Link(b, 1, Words(1, "net"))]),
            Paper(b, [Link(a, 1, Words(1, "net"))]));

        await ReplaceAsync(Paper(a, [Link(b, 2, Words(2, "net")), Link(c, 1.5f, Words(1.5f, "graph"))]));

        (await RowsAsync(Links)).ShouldBe("""
            A | B | 1 | 2 | 1 | WORDS | 2 | net | 
            A | C | 2 | 1.5 | 1 | WORDS | 1.5 | graph | 
            B | A | 1 | 1 | 1 | WORDS | 1 | net | 
            """);
        await ReplaceAsync(Paper(a, []));
        (await RowsAsync(Links)).ShouldBe("B | A | 1 | 1 | 1 | WORDS | 1 | net | ");
    }

    [Fact]
    public async Task Storing_them_again_writes_no_row()
    {
        var (a, b, c, organization) = await StoreAsync();
        LinkedPaper[] papers =
        [
            Paper(a, [Link(c, 1.5f, Shared(organization, 1f), Words(0.5f, "graph")), Link(b, 1, Words(1, "net"))]),
            Paper(b, [Link(a, 1, Words(1, "net"))]),
        ];
        await ReplaceAsync(papers);
        var before = await VersionsAsync();

        await ReplaceAsync(papers);

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_database_refuses_a_reason_without_its_target()
    {
        var (a, b, _, _) = await StoreAsync();

        var refused = await Should.ThrowAsync<PostgresException>(
            () => ReplaceAsync(Paper(a, [Link(b, 1, new ReasonRow(ReasonKind.Method, 1, null))])));

        refused.ConstraintName.ShouldBe("ck_link_reasons_target");
    }

    private static LinkedPaper Paper(long id, LinkRow[] links) => new(new LinkState { PaperId = id, Features = 1, Rarity = 2 }, links);

    private static LinkRow Link(long related, float score, params ReasonRow[] reasons) => new(related, score, reasons);

    private static ReasonRow Shared(long organization, float weight) => new(ReasonKind.Organization, weight, organization);

    private static ReasonRow Words(float weight, params string[] words) => new(ReasonKind.Words, weight, null, words);

    private Task<(long A, long B, long C, long Organization)> StoreAsync() => CommitAsync(async t =>
    {
        var papers = (await TextPage("page", null, PageOf.Paper("A"), PageOf.Paper("B"), PageOf.Paper("C")).StoreAsync(t)).Added;
        var organizations = await OrganizationUpserts.UpsertAsync(
            t, [new OrganizationRow("org", "Org", "hf-json")], CancellationToken.None);
        return (papers[0], papers[1], papers[2], organizations[0]);
    });

    private Task ReplaceAsync(params LinkedPaper[] papers) => CommitAsync(t => LinkUpserts.ReplaceAsync(t, papers, CancellationToken.None));
}
