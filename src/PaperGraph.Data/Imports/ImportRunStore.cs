using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Imports;

/// <summary>What a run has done so far.</summary>
/// <param name="Records">
/// What was read that states a paper, or should have: as many as <paramref name="RecordsAdded"/>, <paramref name="RecordsChanged"/>,
/// <paramref name="RecordsUnchanged"/> and <paramref name="RecordsUnreadable"/> together. These five are told and not stored.
/// </param>
/// <param name="RecordsAdded">Those that brought a paper that was not there.</param>
/// <param name="RecordsChanged">Those that changed a paper.</param>
/// <param name="RecordsUnchanged">Those that said what was known, or added a listing to a paper that stays as it was.</param>
/// <param name="RecordsUnreadable">Those of which no paper was stored.</param>
public sealed record ImportCounts(
    int Pages = 0,
    int PapersAdded = 0,
    int PapersChanged = 0,
    int ListingsAdded = 0,
    int Problems = 0,
    int Records = 0,
    int RecordsAdded = 0,
    int RecordsChanged = 0,
    int RecordsUnchanged = 0,
    int RecordsUnreadable = 0)
{
    public static ImportCounts operator +(ImportCounts first, ImportCounts second) => new(
        first.Pages + second.Pages,
        first.PapersAdded + second.PapersAdded,
        first.PapersChanged + second.PapersChanged,
        first.ListingsAdded + second.ListingsAdded,
        first.Problems + second.Problems,
        first.Records + second.Records,
        first.RecordsAdded + second.RecordsAdded,
        first.RecordsChanged + second.RecordsChanged,
        first.RecordsUnchanged + second.RecordsUnchanged,
        first.RecordsUnreadable + second.RecordsUnreadable);
}

/// <summary>Keeps the record of import runs.</summary>
public static class ImportRunStore
{
    /// <summary>Where the end of a run is announced, with its id; see <see cref="ImportNotifications"/>.</summary>
    public const string Channel = "papergraph_imports";

    internal const int Locks = 7247433;

    /// <summary>
    /// Begins a run, and marks as interrupted those whose process is gone. The run is held to be alive as long as the connection
    /// stays open; the connection is for this alone.
    /// </summary>
    /// <returns>The id of the run.</returns>
    public static async Task<long> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<string> sources, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MarkInterruptedAsync(connection, now, cancellationToken);
        await using var context = connection.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = new ImportRun { StartedAt = now.ToUniversalTime(), State = ImportState.Running, Sources = sources };
        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"select pg_advisory_lock({Locks}, {GetLockKey(run)})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run.Id;
    }

    /// <summary>Ends a run, and announces that.</summary>
    /// <param name="state">How the run ended: any state but <see cref="ImportState.Running"/>.</param>
    public static async Task EndAsync(
        NpgsqlConnection connection,
        long id,
        ImportState state,
        ImportCounts counts,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var context = connection.CreateContext();
        var run = await context.ImportRuns.SingleAsync(run => run.Id == id, cancellationToken);
        run.End(state, now);
        run.Pages = counts.Pages;
        run.PapersAdded = counts.PapersAdded;
        run.PapersChanged = counts.PapersChanged;
        run.ListingsAdded = counts.ListingsAdded;
        run.Problems = counts.Problems;
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"select pg_advisory_unlock({Locks}, {GetLockKey(run)}), pg_notify({Channel}, {id}::text)", cancellationToken);
    }

    /// <summary>The id of the run that began last; null where there was none.</summary>
    public static async Task<long?> LastAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        return await context.ImportRuns.MaxAsync(run => (long?)run.Id, cancellationToken);
    }

    /// <summary>Whether nothing but these sources was ever imported, and that not to its end.</summary>
    public static async Task<bool> HaveOnlyFailedAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        if (await context.ImportRuns.AnyAsync(run => run.State == ImportState.Done, cancellationToken)) return false;
        var tried = await context.ImportRuns.Select(run => run.Sources).ToListAsync(cancellationToken);
        return tried.TrueForAll(sources.SequenceEqual);
    }

    /// <summary>
    /// Marks the runs as interrupted that are recorded as running and whose process is gone: a run holds its lock as long as that lives.
    /// </summary>
    private static async Task MarkInterruptedAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = connection.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var running = await context.ImportRuns.Where(run => run.State == ImportState.Running).ToListAsync(cancellationToken);
        foreach (var run in running)
        {
            var isLeftBehind = await context.Database
                .SqlQuery<bool>($"select pg_try_advisory_xact_lock({Locks}, {GetLockKey(run)})")
                .ToListAsync(cancellationToken);
            if (isLeftBehind.Single()) run.End(ImportState.Interrupted, now);
        }
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static int GetLockKey(ImportRun run) => checked((int)run.Id);
}
