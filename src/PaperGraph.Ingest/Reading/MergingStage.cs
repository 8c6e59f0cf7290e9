using Npgsql;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Makes all stored papers anew of their listings where they were merged by other rules, or by another precedence of sources, than the
/// program has. It goes in steps that are each committed; what was cut off begins again, and rewrites only rows that change.
/// </summary>
internal static class MergingStage
{
    public static async Task RunAsync(
        NpgsqlConnection connection, ImportOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(connection, cancellationToken)) return;
        for (long? after = 0; after is not null;)
            after = await StepAsync(connection, after.Value, options.ChunkSize, time.GetUtcNow(), cancellationToken);
    }

    private static async Task<bool> IsDoneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Merging, cancellationToken);
        return last?.Version == SourceRank.Version;
    }

    /// <returns>The id behind which the next step begins; null behind the last.</returns>
    private static async Task<long?> StepAsync(
        NpgsqlConnection connection, long after, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        var (last, papers) = await PaperUpserts.MergeAgainAsync(transaction, after, limit, now, cancellationToken);
        if (papers.Added.Count + papers.Changed.Count + papers.Removed.Count > 0)
            await StageStateStore.AdvanceReadingAsync(transaction, cancellationToken);
        if (last is null)
        {
            await OrganizationUpserts.RenameAllAsync(transaction, cancellationToken);
            await StageStateStore.WriteAsync(
                transaction, new StageState { Stage = DerivingStage.Merging, Version = SourceRank.Version }, cancellationToken);
        }
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return last;
    }
}
