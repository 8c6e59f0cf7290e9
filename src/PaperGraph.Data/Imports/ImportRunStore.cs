using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Imports;

/// <summary>What a run has done so far.</summary>
/// <param name="Records">
/// What was read that states a paper, or should have: as many as <paramref name="RecordsAdded"/>, <paramref name="RecordsChanged"/>,
/// <paramref name="RecordsUnchanged"/> and <paramref name="RecordsUnreadable"/> together. These five and the last are told, not stored.
/// </param>
/// <param name="RecordsAdded">Those that brought a paper that was not there.</param>
/// <param name="RecordsChanged">Those that changed a paper, or say otherwise of it than their source did.</param>
/// <param name="RecordsUnchanged">Those that said what was known, or are the first of a source of a paper that stays as it was.</param>
/// <param name="RecordsUnreadable">Those of which no paper was stored.</param>
/// <param name="OtherRecords">Those that state no paper but a method, a dataset, an institution, or something of a paper elsewhere.</param>
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
    int RecordsUnreadable = 0,
    int OtherRecords = 0)
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
        first.RecordsUnreadable + second.RecordsUnreadable,
        first.OtherRecords + second.OtherRecords);
}

/// <summary>Keeps the record of import runs.</summary>
public static class ImportRunStore
{
    /// <summary>Where the end of a run is announced, with its id; see <see cref="ImportNotifications"/>.</summary>
    public const string Channel = "papergraph_imports";

    internal const int Locks = 7247433;

    private const string Running = "select id from import_runs where state = 'RUNNING' order by id";

    // A clock that was set back meanwhile does not let a run end before it began.
    private const string MarkInterrupted = """
        update import_runs
        set state = 'INTERRUPTED', finished_at = greatest(@now, started_at)
        where id = any (@ids) and state = 'RUNNING' and pg_try_advisory_xact_lock(@locks, id::integer)
        """;

    private const string Begin = """
        insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
        values (@now, 'RUNNING', @sources, 0, 0, 0, 0, 0)
        returning id
        """;

    private const string Hold = "select pg_advisory_lock(@locks, @id)";

    /// <summary>The ids of the runs whose process lives, whether or not they have ended.</summary>
    internal static readonly string Held = $"""
        select k.objid::bigint
        from pg_locks k
        where k.locktype = 'advisory'
            and k.database = (select oid from pg_database where datname = current_database())
            and (k.classid, k.objsubid) = ({Locks}, 2)
            and k.granted
        """;

    /// <summary>
    /// The state of a run in the row <c>i</c> of <c>import_runs</c>. One whose process is gone is interrupted, though only the next that
    /// begins writes that down.
    /// </summary>
    public static readonly string StateNow = $"""
        case when i.state = 'RUNNING' and i.id not in ({Held}) then 'INTERRUPTED' else i.state end
        """;

    private const string WaitForNoDisk = "set synchronous_commit to off";

    private const string Counts =
        "pages = @pages, papers_added = @added, papers_changed = @changed, listings_added = @listings, problems = @problems";

    private const string Count = $"update import_runs set {Counts} where id = @id";

    private const string End =
        $"update import_runs set state = @state, finished_at = greatest(@now, started_at), {Counts} where id = @id";

    private const string HasNothingBut = """
        select not exists (select from papers)
            or not exists (select from import_runs where state = 'DONE' or sources <> @sources)
        """;

    private const string Announce = "select pg_advisory_unlock(@locks, @id), pg_notify(@channel, @id::text)";

    /// <summary>
    /// Begins a run, and marks as interrupted those whose process is gone. The run is held to be alive as long as the connection
    /// stays open; the connection is for this alone.
    /// </summary>
    /// <remarks>By SQL, as each import begins and ends so, and needs EF Core, whose start takes half a second, for nothing else.</remarks>
    /// <returns>The id of the run.</returns>
    public static async Task<long> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<string> sources, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MarkInterruptedAsync(connection, now, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ids = await transaction.QueryAsync(
            Begin, reader => reader.GetInt64(0), cancellationToken, ("now", now.ToUniversalTime()), ("sources", sources.ToArray()));
        var id = ids.Single();
        await transaction.ExecuteAsync(Hold, cancellationToken, ("locks", Locks), ("id", GetLockKey(id)));
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>
    /// Lets the commits of a session of a run wait for no disk. Nothing is told to be stored before the run is recorded as ended, by the
    /// connection that began it, which waits for all that was committed before.
    /// </summary>
    public static async Task WaitForNoDiskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(WaitForNoDisk, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes what a run has done so far, with that itself: so it is told also of a run whose process is killed.</summary>
    public static Task CountAsync(NpgsqlTransaction transaction, long id, ImportCounts counts, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Count, cancellationToken, [("id", id), .. Parameters(counts)]);

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
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.ExecuteAsync(
            End,
            cancellationToken,
            [("id", id), ("state", EnumName.For(state)), ("now", now.ToUniversalTime()), .. Parameters(counts)]);
        await transaction.CommitAsync(cancellationToken);

        // Whoever finds it without its lock, or hears of its end, has to see that it has ended.
        await using var announcing = await connection.BeginTransactionAsync(cancellationToken);
        await announcing.ExecuteAsync(
            Announce, cancellationToken, ("locks", Locks), ("id", GetLockKey(id)), ("channel", Channel));
        await announcing.CommitAsync(cancellationToken);
    }

    /// <summary>The id of the run that began last; null where there was none.</summary>
    public static async Task<long?> LastAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        return await context.ImportRuns.MaxAsync(run => (long?)run.Id, cancellationToken);
    }

    /// <summary>Whether there is no paper, or none but what runs of these sources left that did not come to their end.</summary>
    public static async Task<bool> HasNothingButAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answer = await transaction.QueryAsync(
            HasNothingBut, reader => reader.GetBoolean(0), cancellationToken, ("sources", sources.ToArray()));
        return answer.Single();
    }

    /// <summary>
    /// Marks the runs as interrupted that are recorded as running and whose process is gone: a run holds its lock as long as that lives.
    /// </summary>
    private static async Task MarkInterruptedAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var running = await transaction.QueryAsync(Running, reader => reader.GetInt64(0), cancellationToken);
        if (running.Count == 0) return;
        await transaction.ExecuteAsync(
            MarkInterrupted, cancellationToken, ("ids", running.ToArray()), ("now", now.ToUniversalTime()), ("locks", Locks));
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<(string Name, object Value)> Parameters(ImportCounts counts) =>
    [
        ("pages", counts.Pages),
        ("added", counts.PapersAdded),
        ("changed", counts.PapersChanged),
        ("listings", counts.ListingsAdded),
        ("problems", counts.Problems),
    ];

    private static int GetLockKey(long id) => checked((int)id);
}
