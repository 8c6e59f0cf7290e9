using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Stages;
using PaperGraph.Ingest.Code;
using PaperGraph.Ingest.Organizations;

namespace PaperGraph.Ingest;

/// <summary>
/// Whether all that follows from what documents state is stored: then none of the later stages has to look at the collection to find
/// that nothing is left to do.
/// </summary>
internal static class DerivedStages
{
    /// <summary>Changes with the version of any stage.</summary>
    private static readonly string Version = string.Join(' ',
        new CodeExtraction().Version, OrganizationStage.Version, ConceptExtractor.Version, ConceptCollection.Version, PaperLinker.Version);

    /// <returns>What the stages are about to see; null where they have seen it already.</returns>
    public static async Task<long?> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var stated = await StageStateStore.BeginAsync(transaction, DerivingStage.Reading, cancellationToken);
        var derived = await StageStateStore.BeginAsync(transaction, DerivingStage.Everything, cancellationToken);
        return stated is not null && derived is not null && derived.Is(Version, stated.Seen) ? null : stated?.Seen ?? 0;
    }

    /// <summary>
    /// Notes that the stages have come to their end, counts groups where that was postponed, and lets the planner know of
    /// what has grown since it was looked at last, such as what is counted when a stage commits.
    /// </summary>
    /// <param name="seen">What they have seen at least: what was stated since is not counted.</param>
    public static async Task EndAsync(NpgsqlConnection connection, long seen, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PostponedCount.CompleteAsync(transaction, cancellationToken);
        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await TableStatistics.RefreshMentionsAsync(transaction, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction, new StageState { Stage = DerivingStage.Everything, Version = Version, Seen = seen }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
