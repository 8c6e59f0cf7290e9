using Npgsql;

namespace PaperGraph.Data;

/// <summary>The running server of a cluster. Its caller holds the start lock.</summary>
internal sealed class PostgresServer(PostgresFolders folders, PostgresInstallation installation, ServerUser user, string connectionString)
{
    private const int Attempts = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private enum Answer
    {
        Ready,
        NotYet,
        None,
    }

    private string Data { get; } = PostgresFolders.Data(folders.Cluster);

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private string Log => Path.Combine(folders.Logs, "server.log");

    /// <summary>
    /// Sees to it that the server runs. True if it ran already. After a crash this waits for what the old server left
    /// behind to end: backends of a killed postmaster end by themselves when they notice.
    /// </summary>
    public async Task<bool> StartOrAdoptAsync(Action<string>? progress, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var answer = await AskAsync(cancellation);
            if (answer is Answer.Ready) return true;
            if (answer is Answer.None && !PostmasterLives())
            {
                progress?.Invoke("Starting PostgreSQL");
                if (await StartAsync(cancellation)) return false;
            }

            await Task.Delay(Pause, cancellation);
        }

        throw new PrivatePostgresException(
            $"PostgreSQL holds {Data} but does not answer at {folders.Sockets}. Its log, {Log}, ends with:\n{EndOfLog()}\n"
            + $"End the processes that use the folder (the first line of {PidFile} names one), then start again.");
    }

    /// <summary>Ends the server, open transactions rolled back.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        var stopped = await Command.RunAsync(
            installation.PgCtl, ["stop", "--pgdata", Data, "--mode", "fast", "--wait", "--silent"], user, folders.Root, cancellation);
        if (!stopped.Succeeded && PostmasterLives())
            throw new PrivatePostgresException($"PostgreSQL on {Data} could not be stopped: {stopped.Output}");
    }

    private async Task<Answer> AskAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
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
        catch (NpgsqlException)
        {
            return Answer.None;
        }
    }

    /// <summary>True when it runs and answers; false when an earlier server is not quite gone yet.</summary>
    private async Task<bool> StartAsync(CancellationToken cancellation)
    {
        File.Delete(PidFile);
        if (File.Exists(Log)) File.Move(Log, Log + ".old", overwrite: true);
        var started = await Command.RunAsync(
            installation.PgCtl, ["start", "--pgdata", Data, "--log", Log, "--wait", "--silent"], user, folders.Root, cancellation);
        if (started.Succeeded) return true;
        var log = EndOfLog();
        if (log.Contains("pre-existing shared memory block", StringComparison.Ordinal)) return false;
        throw new PrivatePostgresException($"PostgreSQL on {Data} did not start: {started.Output}\nIts log, {Log}, ends with:\n{log}");
    }

    /// <summary>
    /// Whether the process that postmaster.pid names is this cluster's server, and not one that got its number since the
    /// last crash.
    /// </summary>
    private bool PostmasterLives()
    {
        if (!File.Exists(PidFile)) return false;
        var claimed = File.ReadAllText(PidFile);
        if (!int.TryParse(claimed.Split('\n')[0], out var process) || process <= 0) return false;
        try
        {
            // A postmaster's working directory is its data folder.
            if (OperatingSystem.IsLinux()) return File.ReadAllText($"/proc/{process}/cwd/postmaster.pid") == claimed;
            using var named = System.Diagnostics.Process.GetProcessById(process);
            return named.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string EndOfLog() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(12)) : "(there is no log)";
}
