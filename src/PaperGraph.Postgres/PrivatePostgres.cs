using Npgsql;

namespace PaperGraph.Postgres;

/// <summary>
/// A PostgreSQL server of the program's own, reached by a socket in its data folder and by nothing else. Every process
/// that holds one of these uses the same server; the first starts it, the last to dispose of its own stops it. A process
/// that is killed counts as gone; a server that it leaves running is adopted by the next.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    internal const int Port = 5432;

    private const string Database = "papergraph";

    private readonly PostgresFolders folders;
    private readonly PostgresServer server;
    private readonly PrivatePostgresSetup setup;
    private readonly Action<string>? progress;
    private FileLock? use;

    private PrivatePostgres(
        PostgresFolders folders,
        PostgresServer server,
        PrivatePostgresSetup setup,
        Action<string>? progress,
        FileLock use,
        string connectionString,
        bool adopted)
    {
        (this.folders, this.server, this.setup, this.progress, this.use) = (folders, server, setup, progress, use);
        (ConnectionString, Adopted) = (connectionString, adopted);
    }

    /// <summary>The connection string for Npgsql, which holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder in which the data lie.</summary>
    public string DataFolder => PostgresFolders.Data(folders.Cluster);

    /// <summary>Whether the server was running already.</summary>
    public bool Adopted { get; }

    /// <summary>Whether a data folder of the program holds a database; where it holds none, starting builds one.</summary>
    public static bool Exists(string home) => PostgresCluster.Exists(new PostgresFolders(home));

    /// <summary>
    /// Starts the server of a data folder, building it first where there is none, or joins the one that runs.
    /// </summary>
    /// <param name="home">The data folder of the program; created if need be.</param>
    /// <param name="progress">Told in a few words of each step that takes time.</param>
    /// <exception cref="PrivatePostgresException">There is no PostgreSQL to start, or it does not start.</exception>
    public static Task<PrivatePostgres> StartOrAdoptAsync(
        string home, Action<string>? progress = null, CancellationToken cancellationToken = default) =>
        StartOrAdoptAsync(new PrivatePostgresSetup(home), progress, cancellationToken);

    internal static async Task<PrivatePostgres> StartOrAdoptAsync(
        PrivatePostgresSetup setup, Action<string>? progress, CancellationToken cancellationToken)
    {
        var folders = new PostgresFolders(setup.Home);
        var user = await ServerUser.ForAsync(PostgresFolders.Data(folders.Cluster), cancellationToken);
        folders.CreateRoot(user);

        using var starting = await TakeStartLockAsync(folders, setup, setup.LockTimeout, progress, cancellationToken);
        var use = await FileLock.TakeAsync(folders.UsersLock, shared: true, waiting: null, cancellationToken);
        PostgresServer? server = null;
        try
        {
            await folders.CreateForServerAsync(user, cancellationToken);
            var installation = await InstallationAsync(folders, setup.Search, progress, cancellationToken);
            if (!PostgresCluster.Exists(folders))
            {
                progress?.Invoke("Building the data folder of PostgreSQL");
                await PostgresCluster.BuildAsync(folders, installation, user, setup.Building, cancellationToken);
            }

            await PostgresCluster.WriteSettingsAsync(folders, setup.Settings, cancellationToken);
            var maintenance = await ConnectionAsync(folders, "postgres", pooling: false, cancellationToken);
            server = new PostgresServer(folders, installation, user, maintenance.ConnectionString);
            var adopted = await server.StartOrAdoptAsync(setup, progress, cancellationToken);
            await CreateDatabaseAsync(maintenance.ConnectionString, cancellationToken);
            var connection = await ConnectionAsync(folders, Database, pooling: true, cancellationToken);
            return new PrivatePostgres(folders, server, setup, progress, use, connection.ConnectionString, adopted);
        }
        catch
        {
            await LeaveAsync(folders, server is { Started: true } ? server : null, setup, progress, use);
            throw;
        }
    }

    /// <summary>What the server is set to of what is chosen for the machine: names and values as in postgresql.conf.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadSettingsAsync(
        NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var read = dataSource.CreateCommand("""
            select name, current_setting(name)
            from unnest($1) with ordinality machine (name, number)
            order by number
            """);
        read.Parameters.Add(new() { Value = MachineSettings.Names });
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        var settings = new List<KeyValuePair<string, string>>();
        while (await reader.ReadAsync(cancellationToken)) settings.Add(new(reader.GetString(0), reader.GetString(1)));
        return settings;
    }

    /// <summary>Leaves the server, and stops it when no other process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref use, null) is not { } mine) return;
        try
        {
            using var stopping = await TakeStartLockAsync(
                folders, setup, setup.FastStop + setup.ImmediateStop, progress, CancellationToken.None);
            await LeaveAsync(folders, server, setup, progress, mine);
        }
        catch (PrivatePostgresException stuck)
        {
            // Whoever holds the lock stops the server, or uses it.
            mine.Dispose();
            progress?.Invoke(stuck.Message);
        }
    }

    /// <summary>Whether the server runs, as far as can be seen without much ado.</summary>
    internal async Task<bool> RunsAsync(CancellationToken cancellationToken) =>
        server.IsRunning || await server.AnswersAsync(cancellationToken);

    /// <summary>What put an end to the server, in one line; null where nothing is known of it.</summary>
    internal string? CauseOfEnd => server.CauseOfEnd;

    /// <summary>Starts the server again where it has ended, unless another process that uses it has done so already.</summary>
    /// <exception cref="PrivatePostgresException">It does not start.</exception>
    internal async Task RestartAsync(CancellationToken cancellationToken)
    {
        using var starting = await TakeStartLockAsync(folders, setup, setup.LockTimeout, progress, cancellationToken);
        await PostgresCluster.WriteSettingsAsync(folders, setup.Settings, cancellationToken);
        await server.StartOrAdoptAsync(setup, progress, cancellationToken);
    }

    /// <summary>Waits for whoever starts or stops the server, but not for ever.</summary>
    private static async Task<FileLock> TakeStartLockAsync(
        PostgresFolders folders, PrivatePostgresSetup setup, TimeSpan limit, Action<string>? progress, CancellationToken cancellationToken)
    {
        using var waiting = setup.ReportWait(progress, elapsed =>
            $"Still waiting for another PaperGraph that starts or stops PostgreSQL, after {elapsed.TotalSeconds:0} seconds");
        using var timeout = new CancellationTokenSource(limit, setup.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await FileLock.TakeAsync(
                folders.StartLock, shared: false, () => progress?.Invoke("Waiting for another PaperGraph that starts or stops PostgreSQL"),
                either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrivatePostgresException(
                $"Another PaperGraph has been starting or stopping the PostgreSQL of {folders.Home} for "
                + $"more than {limit.TotalSeconds:0} seconds. End it (it holds {folders.StartLock}), then start again.");
        }
    }

    /// <summary>Gives up the share in the server, and stops it if nobody else has one. The caller holds the start lock.</summary>
    private static async Task LeaveAsync(
        PostgresFolders folders, PostgresServer? server, PrivatePostgresSetup setup, Action<string>? progress, FileLock use)
    {
        use.Dispose();
        using var all = FileLock.TryTake(folders.UsersLock, shared: false);
        if (all is not null && server is not null) await server.StopAsync(setup, progress, CancellationToken.None);
    }

    /// <summary>The installed PostgreSQL that fits the data, else the newest one, else npm's.</summary>
    private static async Task<PostgresInstallation> InstallationAsync(
        PostgresFolders folders, PostgresSearch search, Action<string>? progress, CancellationToken cancellationToken)
    {
        var installed = await search.FindAsync(cancellationToken);
        int? written = PostgresCluster.Exists(folders) ? await PostgresCluster.MajorAsync(folders, cancellationToken) : null;
        if (installed.FirstOrDefault(candidate => written is null || candidate.Major == written) is { } fitting) return fitting;

        PostgresInstallation? fetched = null;
        if (search.Npm is { } npm && written is null or NpmPostgres.Major)
            fetched = await NpmPostgres.InstallAsync(npm, folders.Npm, progress, cancellationToken);
        if (fetched is not null) return fetched;
        throw written is null ? InstallationHelp.NoPostgres() : InstallationHelp.OtherMajor(folders, written.Value, installed);
    }

    private static async Task<NpgsqlConnectionStringBuilder> ConnectionAsync(
        PostgresFolders folders, string database, bool pooling, CancellationToken cancellationToken) => new()
        {
            Host = folders.Sockets,
            Port = Port,
            Username = PostgresCluster.Owner,
            Password = await PostgresCluster.PasswordAsync(folders, cancellationToken),
            Database = database,
            Pooling = pooling,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };

    private static async Task CreateDatabaseAsync(string maintenance, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(maintenance);
        await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = Database });
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null) return;
        await using var create = source.CreateCommand($"create database {Database}");
        await create.ExecuteNonQueryAsync(cancellationToken);
    }
}
