using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Links;

/// <summary>Stores the features that papers are compared by.</summary>
public static class FeaturesUpserts
{
    private static readonly StagingTable<FeaturesRow> Incoming = new StagingTable<FeaturesRow>("incoming_paper_features")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("made_of", "bigint", row => row.MadeOf)
        .With("packed", "bytea", row => row.Packed)
        .With("concept_ids", "bigint[]", row => row.ConceptIds)
        .With("organization_ids", "bigint[]", row => row.OrganizationIds)
        .With("repository_ids", "bigint[]", row => row.RepositoryIds);

    private static readonly string Merge = $"""
        insert into paper_features ({Incoming.ColumnsWithout()}, version)
        select {Incoming.ColumnsWithout()}, @version
        from incoming_paper_features
        order by paper_id
        on conflict (paper_id) do update
        set version = excluded.version, {Incoming.ColumnsWithout("paper_id").AssignedFrom("excluded")}
        where paper_features.version <> excluded.version or {Incoming.ColumnsWithout("paper_id").Differ("paper_features", "excluded")}
        """;

    /// <param name="version">The version of the rules that made the features.</param>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction, IReadOnlyList<FeaturesRow> papers, string version, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, papers, cancellationToken);
        await transaction.ExecuteAsync(Merge, cancellationToken, ("version", version));
    }

    /// <summary>Removes the features of papers that are no more.</summary>
    public static Task RemoveOrphansAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            "delete from paper_features f where not exists (select from papers p where p.id = f.paper_id)", cancellationToken);

    /// <summary>Removes the features of some papers.</summary>
    public static Task RemoveAsync(NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0
            ? Task.CompletedTask
            : transaction.ExecuteAsync(
                "delete from paper_features where paper_id = any(@papers)", cancellationToken, ("papers", papers.ToArray()));
}
