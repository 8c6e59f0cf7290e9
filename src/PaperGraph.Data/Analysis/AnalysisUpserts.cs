using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Analysis;

/// <summary>Puts an analysis in the place of the one before: whoever reads sees the one or the other.</summary>
public static class AnalysisUpserts
{
    /// <summary>The names of the tables that are written.</summary>
    public static IReadOnlyCollection<string> Tables { get; } =
    [
        "analysis_runs", "communities", "community_concepts", "community_ties", .. Enum.GetValues<NodeKind>().Select(RanksOf),
    ];

    private static readonly StagingTable<(long Id, string Slug, CommunityRow Community)> IncomingCommunities =
        new StagingTable<(long Id, string Slug, CommunityRow Community)>("incoming_communities")
            .With("id", "bigint", row => row.Id)
            .With("slug", "text", row => row.Slug)
            .With("name", "text", row => row.Community.Name)
            .With("paper_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Paper))
            .With("concept_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Concept))
            .With("topic_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Topic))
            .With("organization_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Organization))
            .With("repository_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Repository))
            .With("author_count", "integer", row => row.Community.Sizes.GetValueOrDefault(NodeKind.Author));

    private static readonly StagingTable<(long Community, (long Id, float Score, int Papers) Concept)> IncomingConcepts =
        new StagingTable<(long Community, (long Id, float Score, int Papers) Concept)>("incoming_community_concepts")
            .With("community_id", "bigint", row => row.Community)
            .With("concept_id", "bigint", row => row.Concept.Id)
            .With("score", "real", row => row.Concept.Score)
            .With("paper_count", "integer", row => row.Concept.Papers);

    private static readonly StagingTable<(long Community, long Other, float Weight, int Edges, long[] Concepts)> IncomingTies =
        new StagingTable<(long Community, long Other, float Weight, int Edges, long[] Concepts)>("incoming_community_ties")
            .With("community_id", "bigint", row => row.Community)
            .With("other_id", "bigint", row => row.Other)
            .With("weight", "real", row => row.Weight)
            .With("edge_count", "integer", row => row.Edges)
            .With("concept_ids", "bigint[]", row => row.Concepts);

    private static readonly StagingTable<(RankRow Rank, long? Community)> IncomingRanks =
        new StagingTable<(RankRow Rank, long? Community)>("incoming_ranks")
            .With("node_id", "bigint", row => row.Rank.NodeId)
            .With("rank_order", "real", row => row.Rank.Rank)
            .With("degree", "integer", row => row.Rank.Degree)
            .With("community_id", "bigint", row => row.Community);

    private static readonly ColumnList RankColumns = IncomingRanks.ColumnsWithout("node_id");

    // Slugs are unique at all times, and communities may change theirs with each other: no slug begins with a hyphen.
    private static readonly string MergeCommunities = $"""
        update communities set slug = '-' || id;
        insert into communities ({IncomingCommunities.ColumnsWithout()})
        select {IncomingCommunities.ColumnsWithout()}
        from incoming_communities
        order by id
        on conflict (id) do update
        set {IncomingCommunities.ColumnsWithout("id").AssignedFrom("excluded")}
        """;

    // A concept may have gone since the graph was read.
    private static readonly string ReplaceAccounts = $"""
        delete from communities where id not in (select id from incoming_communities);
        delete from community_concepts;
        insert into community_concepts ({IncomingConcepts.ColumnsWithout()})
        select {IncomingConcepts.ColumnsWithout()}
        from incoming_community_concepts i
        where exists (select from concepts c where c.id = i.concept_id);
        delete from community_ties;
        insert into community_ties ({IncomingTies.ColumnsWithout()})
        select {IncomingTies.ColumnsWithout()}
        from incoming_community_ties
        """;

    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, AnalysisRun run, AnalysisRows rows, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var ids = await IdsAsync(transaction, rows.Communities, cancellationToken);
        await IncomingCommunities.FillAsync(
            transaction, ids.Zip(Slugs(rows.Communities), rows.Communities), cancellationToken);
        await transaction.ExecuteAsync(MergeCommunities, cancellationToken);
        foreach (var (kind, ranks) in rows.Ranks)
        {
            await IncomingRanks.FillAsync(
                transaction, ranks.Select(rank => (rank, rank.Community is { } number ? ids[number] : (long?)null)), cancellationToken);
            await transaction.ExecuteAsync(MergeRanks(kind), cancellationToken);
        }

        await IncomingConcepts.FillAsync(
            transaction,
            rows.Communities.SelectMany((community, i) => community.Concepts.Select(concept => (ids[i], concept))),
            cancellationToken);
        await IncomingTies.FillAsync(
            transaction,
            rows.Communities.SelectMany((community, i) =>
                community.Ties.Select(tie => (ids[i], ids[tie.Other], tie.Weight, tie.EdgeCount, tie.ConceptIds))),
            cancellationToken);
        await transaction.ExecuteAsync(ReplaceAccounts, cancellationToken);

        await using var context = await transaction.CreateContextAsync(cancellationToken);
        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static string RanksOf(NodeKind kind) => $"{NameOf(kind)}_ranks";

    private static string NameOf(NodeKind kind) => EnumName.For(kind).ToLowerInvariant();

    private static string MergeRanks(NodeKind kind) => $"""
        update {RanksOf(kind)} r
        set {RankColumns.AssignedFrom("i")}
        from incoming_ranks i
        where r.{NameOf(kind)}_id = i.node_id
          and {RankColumns.Differ("r", "i")}
        """;

    private static async Task<IReadOnlyList<long>> IdsAsync(
        NpgsqlTransaction transaction, IReadOnlyList<CommunityRow> communities, CancellationToken cancellationToken)
    {
        var added = communities.Count(community => community.Id is null);
        var fresh = new Queue<long>(await transaction.NewIdsAsync("communities", added, cancellationToken));
        return [.. communities.Select(community => community.Id ?? fresh.Dequeue())];
    }

    private static IEnumerable<string> Slugs(IReadOnlyList<CommunityRow> communities)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. communities.Select((community, i) =>
                Slug.Forms(Slug.Create(community.Name), $"{community.Name} {i}").First(taken.Add)),
        ];
    }
}
