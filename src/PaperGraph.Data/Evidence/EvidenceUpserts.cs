using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Evidence;

/// <summary>
/// Stores edges of papers with what proves them, and takes away what is no longer stated or found: of each listing all that it
/// states is given at once, and of each paper all that an extractor found in its text. Who owns code follows from all papers
/// together and is left alone: <see cref="Organizations.OrganizationMerge"/> sees to it.
/// </summary>
public static class EvidenceUpserts
{
    private static readonly StagingTable<Row> Incoming = new StagingTable<Row>("incoming_edges")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("listing_id", "bigint", row => row.ListingId)
        .With("organization_id", "bigint", row => (row.Target as OrganizationTarget)?.OrganizationId)
        .With("role", "text", row => row.Target is OrganizationTarget target ? EnumName.For(target.Role) : null)
        .With("repository_id", "bigint", row => (row.Target as RepositoryTarget)?.RepositoryId)
        .With("former_key", "text", row => (row.Target as RepositoryTarget)?.FormerKey)
        .With("is_official", "boolean", row => (row.Target as RepositoryTarget)?.IsOfficial)
        .With("resource_id", "bigint", row => (row.Target as ResourceTarget)?.ResourceId)
        .With("source", "text", row => row.Evidence.Source)
        .With("source_url", "text", row => row.Evidence.SourceUrl)
        .With("field", "text", row => row.Evidence.Field)
        .With("quote", "text", row => row.Evidence.Quote)
        .With("start", "integer", row => row.Evidence.Start)
        .With("length", "integer", row => row.Evidence.Length)
        .With("extractor", "text", row => row.Evidence.Extractor)
        .With("version", "text", row => row.Evidence.Version)
        .With("confidence", "real", row => row.Evidence.Confidence);

    private const string InsertOrganizations = """
        insert into paper_organizations (paper_id, organization_id, role, published_order)
        select distinct i.paper_id, i.organization_id, i.role, p.published_order
        from incoming_edges i
        join papers p on p.id = i.paper_id
        where i.organization_id is not null
        on conflict do nothing
        """;

    private const string InsertRepositories = """
        insert into paper_repositories (paper_id, repository_id, published_order)
        select distinct i.paper_id, i.repository_id, p.published_order
        from incoming_edges i
        join papers p on p.id = i.paper_id
        where i.repository_id is not null
        on conflict do nothing
        """;

    // Who says that a repository is official is believed before who says that it is not, as long as he says so.
    private static string UpdateRepositories(string papers) => $"""
        update paper_repositories p
        set is_official = said.is_official
        from (
            select e.paper_id, e.repository_id, bool_or(e.is_official) as is_official
            from evidence e
            where e.paper_id = any (array({papers})) and e.repository_id is not null
            group by e.paper_id, e.repository_id
        ) said
        where p.paper_id = any (array({papers}))
            and (p.paper_id, p.repository_id) = (said.paper_id, said.repository_id)
            and p.is_official is distinct from said.is_official
        """;

    private const string InsertResources = """
        insert into paper_resources (paper_id, resource_id)
        select distinct paper_id, resource_id
        from incoming_edges
        where resource_id is not null
        on conflict do nothing
        """;

    private const string SameStatement = """
        (e.organization_id, e.role, e.repository_id, e.former_key, e.resource_id, e.listing_id, e.source, e.field, e.quote, e.start,
            e.extractor)
            is not distinct from
            (i.organization_id, i.role, i.repository_id, i.former_key, i.resource_id, i.listing_id, i.source, i.field, i.quote, i.start,
            i.extractor)
        """;

    private const string DeleteStated = $"""
        delete from evidence e
        using unnest(@papers, @listings) scope (paper_id, listing_id)
        where e.paper_id = any (@papers)
            and e.paper_id = scope.paper_id
            and e.listing_id = scope.listing_id
            and e.role is distinct from 'OWNS_CODE'
            and not exists (select from incoming_edges i where i.paper_id = e.paper_id and {SameStatement})
        returning e.paper_id
        """;

    private const string DeleteFound = $"""
        delete from evidence e
        where e.paper_id = any(@scope)
            and e.listing_id is null
            and e.extractor = @extractor
            and e.role is distinct from 'OWNS_CODE'
            and not exists (select from incoming_edges i where i.paper_id = e.paper_id and {SameStatement})
        returning e.paper_id
        """;

    private const string Update = $"""
        update evidence e
        set source_url = i.source_url, length = i.length, version = i.version, confidence = i.confidence, is_official = i.is_official
        from incoming_edges i
        where e.paper_id = any (array(select distinct paper_id from incoming_edges))
            and i.paper_id = e.paper_id
            and {SameStatement}
            and (e.source_url, e.length, e.version, e.confidence, e.is_official)
                is distinct from (i.source_url, i.length, i.version, i.confidence, i.is_official)
        """;

    private const string Insert = $"""
        insert into evidence (
            paper_id, organization_id, role, repository_id, former_key, resource_id, listing_id, source, source_url, field, quote,
            start, length, extractor, version, confidence, is_official)
        select
            paper_id, organization_id, role, repository_id, former_key, resource_id, listing_id, source, source_url, field, quote,
            start, length, extractor, version, confidence, is_official
        from incoming_edges i
        where not exists (
            select from evidence e
            where e.paper_id = any (array(select distinct paper_id from incoming_edges)) and e.paper_id = i.paper_id and {SameStatement})
        order by paper_id, start, quote
        on conflict do nothing
        """;

    /// <summary>Makes what some listings state this, and no more.</summary>
    /// <param name="listings">All listings that were written, those that state nothing included.</param>
    public static async Task ReplaceStatedAsync(
        NpgsqlTransaction transaction,
        IReadOnlyCollection<PlacedListing> listings,
        IReadOnlyList<StatedEdge> edges,
        CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(
            transaction,
            edges.Select(edge => new Row(edge.Listing.PaperId, edge.Listing.ListingId, edge.Target, edge.Evidence)),
            cancellationToken);
        await MergeAsync(
            transaction,
            "select unnest(@papers)",
            DeleteStated,
            cancellationToken,
            ("papers", listings.Select(listing => listing.PaperId).ToArray()),
            ("listings", listings.Select(listing => listing.ListingId).ToArray()));
    }

    /// <summary>Makes what an extractor found in the texts of some papers this, and no more.</summary>
    /// <param name="extractor">The name of the extractor, as in the evidence of every edge.</param>
    /// <param name="paperIds">The papers, also those in which nothing was found.</param>
    public static async Task ReplaceFoundAsync(
        NpgsqlTransaction transaction,
        string extractor,
        IReadOnlyCollection<long> paperIds,
        IReadOnlyList<FoundEdge> edges,
        CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(
            transaction, edges.Select(edge => new Row(edge.PaperId, null, edge.Target, edge.Evidence)), cancellationToken);
        await MergeAsync(
            transaction, "select unnest(@scope)", DeleteFound, cancellationToken, ("scope", paperIds.ToArray()), ("extractor", extractor));
    }

    /// <summary>Makes what edges to repositories say of their being official what their evidence says.</summary>
    /// <param name="papers">A query that selects the papers' ids.</param>
    internal static Task UpdateRepositoriesAsync(
        NpgsqlTransaction transaction, string papers, CancellationToken cancellationToken, params (string Name, object Value)[] scope) =>
        transaction.ExecuteAsync(UpdateRepositories(papers), cancellationToken, scope);

    private static async Task MergeAsync(
        NpgsqlTransaction transaction,
        string papers,
        string delete,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] scope)
    {
        await PaperCounts.BeginAsync(transaction, papers, cancellationToken, scope);
        await transaction.ExecuteAsync(InsertOrganizations, cancellationToken);
        await transaction.ExecuteAsync(InsertRepositories, cancellationToken);
        await transaction.ExecuteAsync(InsertResources, cancellationToken);
        var bereft = await transaction.QueryAsync(delete, reader => reader.GetInt64(0), cancellationToken, scope);
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await UpdateRepositoriesAsync(transaction, papers, cancellationToken, scope);
        if (bereft.Count > 0)
        {
            await EdgeMaintenance.DropUnprovenAsync(
                transaction, "select unnest(@papers)", cancellationToken, ("papers", bereft.Distinct().ToArray()));
        }
        await PaperCounts.ApplyAsync(transaction, papers, cancellationToken, scope);
    }

    private sealed record Row(long PaperId, long? ListingId, EdgeTarget Target, EvidenceRow Evidence);
}
