using Npgsql;

namespace PaperGraph.Data;

/// <summary>The running server of a cluster. Its caller holds the start lock.</summary>
internal sealed class PostgresServer(PostgresFolders folders, PostgresInstallation installation, ServerUser user, string connectionString)
{
    /// <summary>Seconds for pg_ctl: recovery after a crash, or the last checkpoint, may take minutes on a slow disk.</summary>
    private const string Minutes = "900";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private enum Answer
    {
        Ready,
        NotYet,
        None,
    }

    /// <summary>Whether it was started from here, or at least tried.</summary>
    public bool Started { get; private set; }

    private string Data { get; } = PostgresFolders.Data(folders.Cluster);

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private string SocketLock => Path.Combine(folders.Sockets, $".s.PGSQL.{PrivatePostgres.Port}.lock");

    private string Log => Path.Combine(folders.Logs, "server.log");

    /// <summary>
    /// Sees to it that the server runs. True if it ran already. After a crash this waits for what the old server left
    /// behind to end: backends of a killed postmaster end by themselves when they notice.
    /// </summary>
    public async Task<bool> StartOrAdoptAsync(PrivatePostgresSetup setup, Action<string>? progress, CancellationToken cancellation)
    {
        var silentSince = setup.Time.GetTimestamp();
        do
        {
            switch (await AskAsync(cancellation))
            {
                case Answer.Ready:
                    return true;
                case Answer.NotYet:
                    silentSince = setup.Time.GetTimestamp();
                    break;
                case Answer.None when Postmaster.NamedBy(PidFile) is not Postmaster.State.Running:
                    if (await StartAsync(progress, cancellation)) return false;
                    break;
            }

            await Task.Delay(Pause, setup.Time, cancellation);
        }
        while (setup.Time.GetElapsedTime(silentSince) < setup.Patience);

        throw new PrivatePostgresException(
            $"PostgreSQL holds {Data} but does not answer at {folders.Sockets}. Its log, {Log}, ends with:\n{EndOfLog()}\n"
            + $"End the processes that use the folder (the first line of {PidFile} names one), then start again.");
    }

    /// <summary>Ends the server, open transactions rolled back.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        // Told before anything else is done: whoever comes next finds it ending, even if this process is killed now.
        Postmaster.Interrupt(PidFile);
        var stopped = await Command.RunAsync(
            installation.PgCtl, ["stop", "--pgdata", Data, "--mode", "fast", "--wait", "--timeout", Minutes, "--silent"],
            user, folders.Root, cancellation);
        if (!stopped.Succeeded && Postmaster.NamedBy(PidFile) is Postmaster.State.Running)
            throw new PrivatePostgresException($"PostgreSQL on {Data} could not be stopped: {stopped.Output}");
        folders.RemoveSocketsElsewhere();
    }

    private async Task<Answer> AskAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Timeout=5");
            await connection.OpenAsync(cancellation);
            return Answer.Ready;
        }
        catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return Answer.NotYet;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new PrivatePostgresException(
                $"The server on {Data} does not take the password in {PostgresFolders.Password(folders.Cluster)}. "
                + "Put back the file that belongs to these data.", refused);
        }
        catch (NpgsqlException silent) when (silent is not PostgresException)
        {
            return Answer.None;
        }
    }

    /// <summary>True when it runs and answers; false when an earlier server is not quite gone yet.</summary>
    private async Task<bool> StartAsync(Action<string>? progress, CancellationToken cancellation)
    {
        progress?.Invoke("Starting PostgreSQL");
        Started = true;
        // PostgreSQL sees by itself that the number is nobody's, but takes any process of its user for a postmaster.
        if (Postmaster.NamedBy(PidFile) is Postmaster.State.Somebody) File.Delete(PidFile);
        File.Delete(SocketLock);
        if (File.Exists(Log)) File.Move(Log, Log + ".old", overwrite: true);
        // pg_ctl hands its paths to a shell between double quotes: relative ones hold nothing that a shell would change.
        var started = await Command.RunAsync(
            installation.PgCtl,
            [
                "start", "--pgdata", Path.GetRelativePath(folders.Root, Data), "--log", Path.GetRelativePath(folders.Root, Log),
                "--wait", "--timeout", Minutes, "--silent",
            ],
            user, folders.Root, cancellation);
        if (started.Succeeded) return true;
        var log = EndOfLog();
        if (log.Contains("pre-existing shared memory block", StringComparison.Ordinal)) return false;
        throw new PrivatePostgresException($"PostgreSQL on {Data} did not start: {started.Output}\nIts log, {Log}, ends with:\n{log}");
    }

    private string EndOfLog() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(12)) : "(there is no log)";
}
