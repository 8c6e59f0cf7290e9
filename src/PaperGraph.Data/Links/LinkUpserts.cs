using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>Replaces the links of papers.</summary>
public static class LinkUpserts
{
    /// <summary>All tables that the linking of papers writes, but for the account of stages.</summary>
    public static IReadOnlyCollection<string> Tables { get; } =
        ["paper_features", "related_papers", "link_postings", "link_counts", "unlinked_papers"];

    private static readonly StagingTable<LinkedPaper> Papers = new StagingTable<LinkedPaper>("incoming_related_papers")
        .With("paper_id", "bigint", paper => paper.PaperId)
        .With("related_ids", "bigint[]", paper => paper.RelatedIds)
        .With("scores", "real[]", paper => paper.Scores)
        .With("levels", "bytea", paper => paper.Levels);

    private static readonly string Merge = $"""
        insert into related_papers ({Papers.ColumnsWithout()})
        select {Papers.ColumnsWithout()}
        from incoming_related_papers
        order by paper_id
        on conflict (paper_id) do update
        set {Papers.ColumnsWithout("paper_id").AssignedFrom("excluded")}
        where {Papers.ColumnsWithout("paper_id").Differ("related_papers", "excluded")}
        """;

    private const string Remove = """
        delete from related_papers where paper_id = any(@papers);
        update related_papers r
        set (related_ids, scores) = (
            select
                coalesce(array_agg(related.id order by related.rank), '{}'),
                coalesce(array_agg(related.score order by related.rank), '{}')
            from unnest(r.related_ids, r.scores) with ordinality related(id, score, rank)
            where related.id <> all (@papers))
        where r.related_ids && @papers
        """;

    /// <param name="papers">All links of some papers, also of those that have none.</param>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, IReadOnlyList<LinkedPaper> papers, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Papers.FillAsync(transaction, papers, cancellationToken);
        await transaction.ExecuteAsync(Merge, cancellationToken);
    }

    /// <summary>Takes away the links of some papers, which are in no list of others.</summary>
    public static Task RemoveListsAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? Task.CompletedTask : transaction.ExecuteAsync(
            "delete from related_papers where paper_id = any(@papers)", cancellationToken, ("papers", papers.ToArray()));

    /// <summary>Takes away the links of some papers and to them; looks at all lists.</summary>
    public static Task RemoveAsync(NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0 ? Task.CompletedTask : transaction.ExecuteAsync(Remove, cancellationToken, ("papers", papers.ToArray()));
}
