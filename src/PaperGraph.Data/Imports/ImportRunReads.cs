using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Imports;

/// <summary>Reads the record of import runs.</summary>
public static class ImportRunReads
{
    private const string Running = "select id from import_runs where state = 'RUNNING'";

    /// <summary>
    /// The runs, the latest first. One whose process is gone is interrupted, though only the next that begins writes that down.
    /// </summary>
    /// <param name="limit">How many at most.</param>
    public static async Task<IReadOnlyList<ImportRun>> LatestAsync(
        NpgsqlDataSource dataSource, int limit, CancellationToken cancellationToken)
    {
        var gone = await FindGoneAsync(dataSource, cancellationToken);
        await using var context = dataSource.CreateContext();
        var runs = await context.ImportRuns.AsNoTracking()
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        foreach (var run in runs)
            if (run.State == ImportState.Running && gone.Contains(run.Id)) run.State = ImportState.Interrupted;
        return runs;
    }

    /// <summary>
    /// Runs that were recorded as running and then held no lock. One that is recorded so afterwards, too, did not end: a run is recorded as
    /// ended before it gives its lock back.
    /// </summary>
    private static async Task<HashSet<long>> FindGoneAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var gone = (await transaction.QueryAsync(Running, reader => reader.GetInt64(0), cancellationToken)).ToHashSet();
        if (gone.Count > 0)
            gone.ExceptWith(await transaction.QueryAsync(ImportRunStore.Held, reader => reader.GetInt64(0), cancellationToken));
        return gone;
    }
}
