using System.Diagnostics;
using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Data;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;
using PaperGraph.Postgres;
using PaperGraph.Terminals;

namespace PaperGraph.Databases;

/// <summary>The database that a command works on, migrated, for as long as the command runs.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Haste = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Cancelling what takes too long is the server's part. PostgreSQL comes later, for when there is no server any more.
    /// </summary>
    private static readonly TimeSpan AfterMaxTime = TimeSpan.FromSeconds(5);

    private readonly string connectionString;
    private int serverPoolSize = ConnectionLimit.MinPoolSize;
    private bool takesOptions = true;
    private bool isLeftInHaste;

    private OpenDatabase(string connectionString, string where, PrivatePostgres? own)
    {
        (DataSource, Where) = (DataSources.Create(connectionString, ConnectionLimit.PoolSizeOfCommands), where);
        (this.connectionString, Own) = (connectionString, own);
    }

    /// <summary>Few connections: those of a command, or of a server for what is not a client's request.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>The program's own PostgreSQL, where that is the database.</summary>
    public PrivatePostgres? Own { get; }

    /// <summary>Where the data lie, in words, without a password.</summary>
    public string Where { get; }

    /// <summary>
    /// Connects, or starts the program's own PostgreSQL and tells of each step that takes time; then sees to it that the
    /// tables are those of this version, and makes what an import has left out that was cut off.
    /// </summary>
    public static Task<OpenDatabase> OpenAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(choice, isToImport: false, terminal, cancellationToken);

    /// <summary>Does so for an import, which makes what another has left out itself.</summary>
    /// <inheritdoc cref="OpenAsync(DatabaseChoice, Terminal, CancellationToken)"/>
    public static Task<OpenDatabase> OpenToImportAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(choice, isToImport: true, terminal, cancellationToken);

    private static async Task<OpenDatabase> OpenAsync(
        DatabaseChoice choice, bool isToImport, Terminal terminal, CancellationToken cancellationToken)
    {
        using var steps = new StepLines(terminal.Error, TimeProvider.System);
        var home = choice.Home ?? HomeFolder.Usual;
        // Building a data folder keeps one processor busy: another writes meanwhile what makes its tables.
        var script = choice.ConnectionString is null && !PrivatePostgres.Exists(home)
            ? Task.Run(DatabaseMigrations.Script, CancellationToken.None)
            : null;
        var database = choice.ConnectionString is { } text
            ? Given(ConnectionText.Parse(text))
            : Private(await StartAsync(home, steps, cancellationToken));
        try
        {
            steps.BeginShort($"Connecting to {database.Where}, and bringing its tables up to date");
            await MigrateAsync(database.DataSource, script, isToImport, terminal, cancellationToken);
            return database;
        }
        catch (UnusableDatabaseException unusable)
        {
            await database.DisposeAsync();
            throw new CommandFailure(unusable.IsOfBefore ? $"{unusable.Message} {database.HowToStartAnew()}" : unusable.Message, unusable);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Finds the size of a server's pool: as large as wanted (else as the connection string says, else as usual), or as the database
    /// allows beside imports and other commands.
    /// </summary>
    public async Task SizeServerPoolAsync(int? wanted, Terminal terminal, CancellationToken cancellationToken)
    {
        var size = wanted ?? DataSources.GetPoolSize(connectionString);
        var limit = await ConnectionLimit.ReadAsync(DataSource, cancellationToken);
        serverPoolSize = ConnectionLimit.Fit(size, limit);
        if (serverPoolSize < size)
        {
            terminal.Error.WriteLine(
                $"The database gives {limit} connections, so the server uses {serverPoolSize} of them at most instead of {size}: "
                + "imports and other commands need some too.");
        }
        takesOptions = await TakesOptionsAsync(terminal, cancellationToken);
    }

    /// <summary>The connections for the requests of a server's clients; the caller owns them.</summary>
    /// <param name="maxTime">
    /// The time that a request may take. When it is over, the engine cancels what the request still waits for; should that fail, Npgsql
    /// gives the command up, and PostgreSQL ends the statement, a little later.
    /// </param>
    public NpgsqlDataSource CreateServerPool(TimeSpan maxTime)
    {
        var timeout = maxTime + AfterMaxTime;
        var limited = DataSources.WithCommandTimeout(DataSources.WithPoolSize(connectionString, serverPoolSize), timeout);
        return DataSources.CreateForReading(
            takesOptions ? DataSources.WithoutCompilation(DataSources.WithStatementTimeout(limited, timeout)) : limited);
    }

    /// <summary>
    /// The connections by which a server reads the graph into memory, and hears that it has changed: one each; the caller owns them.
    /// </summary>
    public NpgsqlDataSource CreateGraphPool() => DataSources.Create(DataSources.WithPoolSize(connectionString, 2));

    /// <summary>The connections by which what is new is imported from time to time; the caller owns them.</summary>
    public NpgsqlDataSource CreateFollowPool() => DataSources.Create(connectionString, ConnectionLimit.PoolSizeOfFollowing);

    /// <summary>A pooler between the server and PostgreSQL may know no options.</summary>
    private async Task<bool> TakesOptionsAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var trial = new NpgsqlConnectionStringBuilder(DataSources.WithStatementTimeout(connectionString, AfterMaxTime)) { Pooling = false };
        try
        {
            await using var connection = new NpgsqlConnection(trial.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ProtocolViolation)
        {
            terminal.Error.WriteLine(
                $"What stands before the database takes no time-out of statements ({refused.MessageText}): should the server be killed, "
                + "the statements that it runs go on to their end.");
            return false;
        }
    }

    /// <summary>Waits a while for a database that is just starting, or has no connection free.</summary>
    private static async Task MigrateAsync(
        NpgsqlDataSource dataSource, Task<string>? script, bool isToImport, Terminal terminal, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await DatabaseMigrations.MigrateAsync(dataSource, script, cancellationToken);
                if (isToImport) return;
                await PostponedCount.CompleteWhatIsLeftAsync(dataSource, cancellationToken);
                await BulkLoad.CompleteWhatIsLeftAsync(dataSource, cancellationToken);
                return;
            }
            catch (Exception busy) when (IsBusy(busy) && Stopwatch.GetElapsedTime(began) < BusyTimeout)
            {
                if (isFirst)
                    terminal.Error.WriteLine(
                        "The database has no connection free, or is just starting: waiting up to half a minute for it.");
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    /// <summary>EF Core wraps what it takes for a passing trouble.</summary>
    private static bool IsBusy(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow;

    private static Task<PrivatePostgres> StartAsync(string home, StepLines steps, CancellationToken cancellationToken)
    {
        ShellVariables.ForgetPostgres();
        steps.BeginShort("Looking for PostgreSQL");
        return PrivatePostgres.StartOrAdoptAsync(home, steps.Begin, cancellationToken);
    }

    private string HowToStartAnew() => Own is null
        ? $"It is the {Where}. Start anew with another one, for example by createdb papergraph2, or empty this one by dropdb and createdb; "
            + "then import your pages again with papergraph import."
        : $"It lies in {Own.DataFolder}. Start anew with another data folder by --home, or end all papergraph programs and delete the "
            + "folder "
            + $"{Path.GetDirectoryName(Own.DataFolder)}; then import your pages again with papergraph import.";

    private static OpenDatabase Given(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return new OpenDatabase(
            connectionString, $"database {settings.Database ?? settings.Username} on {settings.Host}", own: null);
    }

    private static OpenDatabase Private(PrivatePostgres own) => new(own.ConnectionString, own.DataFolder, own);

    /// <summary>For a person who has interrupted the command: its own PostgreSQL is told to end, but not waited for.</summary>
    public void LeaveWithoutWaiting() => isLeftInHaste = true;

    /// <summary>Leaves the program's own PostgreSQL too, which ends when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (Own is null) return;
        var leaving = Own.DisposeAsync().AsTask();
        await Task.WhenAny(leaving, isLeftInHaste ? Task.Delay(Haste) : leaving);
        if (leaving.IsCompleted) await leaving;
    }
}
