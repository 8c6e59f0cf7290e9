using Npgsql;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;

namespace PaperGraph.Ingest.Reading;

/// <summary>Makes addresses of repositories lead where the program's rules say, where they were resolved by other rules.</summary>
internal static class RenamesStage
{
    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Renames, cancellationToken);
        if (last?.Version == PresentAddresses.Version) return;
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        await RepositoryRenameUpserts.ResolveAgainAsync(transaction, cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        await StageStateStore.WriteAsync(
            transaction, new StageState { Stage = DerivingStage.Renames, Version = PresentAddresses.Version }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
