using System.Globalization;
using Npgsql;

namespace PaperGraph.Postgres;

/// <summary>The running server of a cluster. Its caller holds the start lock.</summary>
internal sealed class PostgresServer(PostgresFolders folders, PostgresInstallation installation, ServerUser user, string connectionString)
{
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

    private PostgresLog Log { get; } = new(Path.Combine(folders.Logs, "server.log"));

    /// <summary>Whether its first process lives; it may still be starting, or being recovered.</summary>
    public bool IsRunning => Postmaster.NamedBy(PidFile) is Postmaster.State.Running;

    /// <summary>Whether it takes connections, or will when it is recovered.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(cancellationToken) is not Answer.None;
        }
        catch (PrivatePostgresException)
        {
            return true;
        }
    }

    /// <summary>What put an end to the server, in one line; null where nothing is known of it.</summary>
    public string? CauseOfEnd => Log.Cause();

    /// <summary>
    /// Sees to it that the server runs. True if it ran already. After a crash this waits for what the old server left
    /// behind to end: backends of a killed postmaster end by themselves when they notice.
    /// </summary>
    public async Task<bool> StartOrAdoptAsync(PrivatePostgresSetup setup, Action<string>? progress, CancellationToken cancellationToken)
    {
        using var waiting = setup.ReportWait(progress, elapsed =>
            $"PostgreSQL is still starting after {elapsed.TotalSeconds:0} seconds; its log says last: {Log.LastLine ?? "(nothing)"}");
        var began = setup.Time.GetTimestamp();
        var silentSince = began;
        do
        {
            switch (await AskAsync(cancellationToken))
            {
                case Answer.Ready:
                    return true;
                case Answer.NotYet when setup.Time.GetElapsedTime(began) > setup.RecoveryTimeout:
                    throw new PrivatePostgresException(
                        $"PostgreSQL on {Data} has been recovering for {setup.RecoveryTimeout.TotalMinutes:0} minutes and goes on by "
                        + "itself. "
                        + $"Start again later. Its log, {Log.Path}, ends with:\n{Log.End}");
                case Answer.NotYet:
                    silentSince = setup.Time.GetTimestamp();
                    break;
                case Answer.None when !IsRunning:
                    if (await StartAsync(setup, progress, cancellationToken)) return false;
                    break;
            }

            await Task.Delay(Pause, setup.Time, cancellationToken);
        }
        while (setup.Time.GetElapsedTime(silentSince) < setup.AnswerTimeout);

        throw new PrivatePostgresException(
            $"PostgreSQL holds {Data} but does not answer at {folders.Sockets}. Its log, {Log.Path}, ends with:\n{Log.End}\n"
            + $"End the processes that use the folder (the first line of {PidFile} names one), then start again.");
    }

    /// <summary>
    /// Ends the server, open transactions rolled back. One that does not end in time is ended without its last checkpoint, and then
    /// killed: what was committed is in its write-ahead log, from which the next start recovers it.
    /// </summary>
    public async Task StopAsync(PrivatePostgresSetup setup, Action<string>? progress, CancellationToken cancellationToken)
    {
        // Told before anything else is done: whoever comes next finds it ending, even if this process is killed now.
        Postmaster.Interrupt(PidFile);
        if (!await StopAsync("fast", setup.FastStop, cancellationToken))
        {
            progress?.Invoke(
                $"PostgreSQL has not ended within {setup.FastStop.TotalSeconds:0} seconds: ending it without its last checkpoint");
            if (!await StopAsync("immediate", setup.ImmediateStop, cancellationToken))
            {
                progress?.Invoke($"PostgreSQL has not ended within {setup.ImmediateStop.TotalSeconds:0} seconds more: killing it");
                await Postmaster.KillAsync(PidFile, cancellationToken);
                if (IsRunning) throw new PrivatePostgresException($"PostgreSQL on {Data} could not be stopped, not even by killing it.");
            }
        }
        folders.RemoveSocketsElsewhere();
    }

    /// <summary>True when the server has ended.</summary>
    private async Task<bool> StopAsync(string mode, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var seconds = Math.Max(1, (int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await Command.RunAsync(
            installation.PgCtl, ["stop", "--pgdata", Data, "--mode", mode, "--wait", "--timeout", seconds, "--silent"],
            user, folders.Root, cancellationToken);
        return !IsRunning;
    }

    private async Task<Answer> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Timeout=5");
            await connection.OpenAsync(cancellationToken);
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
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return Answer.Ready;
        }
        catch (PostgresException refused)
        {
            throw new PrivatePostgresException(
                $"PostgreSQL on {Data} runs but refuses connections: {refused.MessageText} ({Log.Cause() ?? refused.SqlState}).", refused);
        }
        catch (NpgsqlException silent) when (silent is not PostgresException)
        {
            return Answer.None;
        }
    }

    /// <summary>True when it runs and answers; false when an earlier server is not quite gone yet.</summary>
    private async Task<bool> StartAsync(PrivatePostgresSetup setup, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke("Starting PostgreSQL");
        Started = true;
        // PostgreSQL sees by itself that the number is nobody's, but takes any process of its user for a postmaster, and does not start
        // beside an empty file, which a postmaster leaves that was killed before it had written its number.
        if (Postmaster.NamedBy(PidFile) is Postmaster.State.Somebody || new FileInfo(PidFile) is { Exists: true, Length: 0 })
            File.Delete(PidFile);
        File.Delete(SocketLock);
        if (File.Exists(Log.Path)) File.Move(Log.Path, Log.Path + ".old", overwrite: true);
        // pg_ctl hands its paths to a shell between double quotes: relative ones hold nothing that a shell would change.
        var started = await Command.RunAsync(
            installation.PgCtl,
            [
                "start", "--pgdata", Path.GetRelativePath(folders.Root, Data), "--log", Path.GetRelativePath(folders.Root, Log.Path),
                "--wait", "--timeout", setup.RecoveryTimeout.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), "--silent",
            ],
            user, folders.Root, cancellationToken);
        if (started.Succeeded) return true;
        var log = Log.End;
        if (log.Contains("pre-existing shared memory block", StringComparison.Ordinal)) return false;
        throw new PrivatePostgresException(
            $"PostgreSQL on {Data} did not start: {Log.Cause() ?? started.Output}\nIts log, {Log.Path}, ends with:\n{log}");
    }
}
