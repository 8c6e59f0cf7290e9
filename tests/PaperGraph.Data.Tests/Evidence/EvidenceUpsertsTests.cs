using PaperGraph.Data.Evidence;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Evidence;

public sealed class EvidenceUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Edges = """
        select p.slug, coalesce(o.slug || ' ' || e.role, r.key, s.url), pr.is_official, e.field, e.quote, e.start, e.extractor, e.version
        from evidence e
        join papers p on p.id = e.paper_id
        left join organizations o on o.id = e.organization_id
        left join repositories r on r.id = e.repository_id
        left join paper_repositories pr on (pr.paper_id, pr.repository_id) = (e.paper_id, e.repository_id)
        left join resources s on s.id = e.resource_id
        order by 1, 2, e.field, e.quote
        """;

    private const string EdgeCounts = """
        select
            (select count(*) from paper_organizations),
            (select count(*) from paper_repositories),
            (select count(*) from paper_resources)
        """;

    [Fact]
    public async Task What_a_listing_states_is_stored_as_edges_with_their_evidence()
    {
        var one = await StorePaperAsync("One");
        var (organization, repository, resource) = await StoreTargetsAsync();

        await StateAsync(one,
            new(one, new OrganizationTarget(organization, OrganizationRole.Submitted), Value("BYLINE", "a Ah")),
            new(one, new RepositoryTarget(repository, true), Value("githubRepo", "h/o/n")),
            new(one, new ResourceTarget(resource), Value("projectPage", "u")));

        (await RowsAsync(Edges)).ShouldBe("""
            one | a SUBMITTED |  | BYLINE | a Ah |  | reader | 1
            one | h/o/n | yes | githubRepo | h/o/n |  | reader | 1
            one | u |  | projectPage | u |  | reader | 1
            """);
    }

    [Fact]
    public async Task What_a_listing_states_no_longer_is_gone_unless_something_else_proves_it()
    {
        var one = await StorePaperAsync("One");
        var (organization, repository, _) = await StoreTargetsAsync();
        var found = new FoundEdge(one.PaperId, new RepositoryTarget(repository), Slice("h/o/n", 5));
        await StateAsync(one,
            new(one, new OrganizationTarget(organization, OrganizationRole.Submitted), Value("BYLINE", "a Ah")),
            new(one, new RepositoryTarget(repository, true), Value("githubRepo", "h/o/n")));
        await FindAsync(one.PaperId, found);

        await StateAsync(one);

        (await RowsAsync(Edges)).ShouldBe("one | h/o/n |  | ABSTRACT | h/o/n | 5 | links | 1", "nobody says that it is official");
        (await RowsAsync(EdgeCounts)).ShouldBe("0 | 1 | 0");

        await FindAsync(one.PaperId);
        (await RowsAsync(EdgeCounts)).ShouldBe("0 | 0 | 0");
    }

    [Fact]
    public async Task One_extractor_leaves_what_others_found_alone()
    {
        var one = await StorePaperAsync("One");
        var (_, repository, _) = await StoreTargetsAsync();
        await FindAsync(one.PaperId, new FoundEdge(one.PaperId, new RepositoryTarget(repository), Slice("h/o/n", 5)));

        await CommitAsync(t => EvidenceUpserts.ReplaceFoundAsync(t, "another", [one.PaperId], [], CancellationToken.None));

        (await RowsAsync(EdgeCounts)).ShouldBe("0 | 1 | 0");
    }

    [Fact]
    public async Task Storing_again_writes_no_row_and_a_new_version_of_the_extractor_only_its_own()
    {
        var one = await StorePaperAsync("One");
        var (organization, repository, _) = await StoreTargetsAsync();
        var edge = new FoundEdge(one.PaperId, new RepositoryTarget(repository, false), Slice("h/o/n", 5));
        var stated = new StatedEdge(
            one, new OrganizationTarget(organization, OrganizationRole.Affiliated), Value("BYLINE", "a Ah"));
        await FindAsync(one.PaperId, edge);
        await StateAsync(one, stated);
        var before = await VersionsAsync();

        await FindAsync(one.PaperId, edge);
        await StateAsync(one, stated);
        (await VersionsAsync()).ShouldBe(before);

        await FindAsync(one.PaperId, edge with { Evidence = edge.Evidence with { Version = "2" } });
        (await RowsAsync(Edges)).ShouldBe("""
            one | a AFFILIATED |  | BYLINE | a Ah |  | reader | 1
            one | h/o/n | no | ABSTRACT | h/o/n | 5 | links | 2
            """);
    }

    [Fact]
    public async Task What_a_listing_states_follows_it_to_the_paper_that_it_turns_out_to_be_of()
    {
        var one = await StorePaperAsync("New Title");
        var (organization, repository, _) = await StoreTargetsAsync();
        await StateAsync(one,
            new(one, new OrganizationTarget(organization, OrganizationRole.Submitted), Value("BYLINE", "a Ah")),
            new(one, new RepositoryTarget(repository, true), Value("githubRepo", "h/o/n")));

        await CommitAsync(JsonPage("old", null, Paper("Old Title") with { ArxivId = "2401.00001" }).StoreAsync);
        var merged = await CommitAsync(JsonPage("new", null, Paper("New Title") with { ArxivId = "2401.00001" }).StoreAsync);

        merged.Removed.ShouldBe([one.PaperId]);
        (await RowsAsync(Edges)).ShouldBe("""
            2401.00001 | a SUBMITTED |  | BYLINE | a Ah |  | reader | 1
            2401.00001 | h/o/n | yes | githubRepo | h/o/n |  | reader | 1
            """);
        (await RowsAsync(EdgeCounts)).ShouldBe("1 | 1 | 0");
    }

    [Fact]
    public async Task Edges_have_their_papers_day_and_what_they_lead_to_its_number_of_papers_whatever_is_imported_later()
    {
        var first = (await CommitAsync(TextPage("first", "2024-01-02", Paper("One"), Paper("Two")).StoreAsync)).Listings;
        var (organization, repository, _) = await StoreTargetsAsync();
        foreach (var listing in first)
        {
            await StateAsync(listing,
                new(listing, new OrganizationTarget(organization, OrganizationRole.Submitted), Value("BYLINE", "a Ah")),
                new(listing, new RepositoryTarget(repository, true), Value("githubRepo", "h/o/n")));
        }
        await FindAsync(first[0].PaperId, new FoundEdge(first[0].PaperId, new RepositoryTarget(repository), Slice("h/o/n", 5)));
        await CheckAsync("2 | 2");

        // A day that is another, one paper less, and a statement less of the other.
        await CommitAsync(JsonPage("dated", null, Paper("One") with { PublishedOn = new(2023, 5, 6), AuthorNames = ["Ada"] }).StoreAsync);
        await CheckAsync("2 | 2");
        (await RowsAsync("select distinct published_order from paper_repositories order by 1")).ShouldContain("2023-05-06");
        var joined = JsonPage(
            "joined", null, Paper("One") with { ArxivId = "2401.00001" }, Paper("Two") with { ArxivId = "2401.00001" });
        await CommitAsync(joined.StoreAsync);
        await CheckAsync("1 | 1");
        var left = long.Parse(await RowsAsync("select id from papers"), null);
        foreach (var listing in first) await StateAsync(listing with { PaperId = left });
        await FindAsync(left);
        await CheckAsync("0 | 0");

        async Task CheckAsync(string counts)
        {
            (await DerivedColumns.FindWrongAsync(ConnectionString)).ShouldBeEmpty();
            (await RowsAsync("select (select sum(paper_count) from organizations), (select sum(paper_count) from repositories)"))
                .ShouldBe(counts);
        }
    }

    [Fact]
    public async Task A_listing_that_goes_takes_what_it_stated_along()
    {
        var one = await StorePaperAsync("One");
        var (organization, _, _) = await StoreTargetsAsync();
        await StateAsync(one,
            new StatedEdge(one, new OrganizationTarget(organization, OrganizationRole.Submitted), Value("BYLINE", "a Ah")));
        await CommitAsync(TextPage("another", null, Paper("One") with { CommentCount = 1 }).StoreAsync);
        var page = long.Parse(await RowsAsync($"select page_id from listings where id = {one.ListingId}"), null);

        await CommitAsync(t => PaperUpserts.RemoveOthersAsync(t, page, [], Now, CancellationToken.None));

        (await RowsAsync("select slug from papers")).ShouldBe("one");
        (await RowsAsync(EdgeCounts)).ShouldBe("0 | 0 | 0");
    }

    private static EvidenceRow Value(string field, string quote) => new("hf-json", field, quote, null, null, "reader", "1", 1);

    private static EvidenceRow Slice(string quote, int start) =>
        new("hf-json", "ABSTRACT", quote, start, quote.Length, "links", "1", 0.9f);

    private async Task<PlacedListing> StorePaperAsync(string title) =>
        (await CommitAsync(TextPage(title, null, Paper(title)).StoreAsync)).Listings[0];

    private Task<(long Organization, long Repository, long Resource)> StoreTargetsAsync() => CommitAsync(async t => (
        (await OrganizationUpserts.UpsertAsync(t, [new OrganizationRow("a", "Ah", "hf-json")], CancellationToken.None))[0],
        (await RepositoryUpserts.UpsertAsync(t, [new RepositoryRow("h", "o", "n", "h/o/n", "h/o/n")], CancellationToken.None))[0].Id,
        (await ResourceUpserts.UpsertAsync(t, [new ResourceRow(ResourceKind.ProjectPage, "u")], CancellationToken.None))[0]));

    private Task StateAsync(PlacedListing listing, params StatedEdge[] edges) =>
        CommitAsync(t => EvidenceUpserts.ReplaceStatedAsync(t, [listing], edges, CancellationToken.None));

    private Task FindAsync(long paper, params FoundEdge[] edges) =>
        CommitAsync(t => EvidenceUpserts.ReplaceFoundAsync(t, "links", [paper], edges, CancellationToken.None));
}
