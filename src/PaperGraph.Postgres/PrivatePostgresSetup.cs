namespace PaperGraph.Postgres;

/// <summary>What a private PostgreSQL is started from.</summary>
internal sealed record PrivatePostgresSetup(string Home)
{
    public PostgresSearch Search { get; init; } = PostgresSearch.FromEnvironment();

    /// <summary>Lines of postgresql.conf for the next start, over those that every private server has.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a server that holds the data may stay silent before the start is given up.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a start may take: recovery after a crash takes minutes on a slow disk.</summary>
    public TimeSpan RecoveryTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long another process may take to start or stop the server.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromMinutes(16);

    /// <summary>How often a wait says what it waits for.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the server may take to end properly. With <see cref="ImmediateStop"/> less than the 30 seconds of the program.
    /// </summary>
    public TimeSpan FastStop { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long it may take to end without its last checkpoint; PostgreSQL itself kills what has not after 5 seconds.</summary>
    public TimeSpan ImmediateStop { get; init; } = TimeSpan.FromSeconds(8);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Says from time to time what is being waited for, until what is handed back is disposed of.</summary>
    public ITimer? ReportWait(Action<string>? progress, Func<TimeSpan, string> words)
    {
        if (progress is null) return null;
        var began = Time.GetTimestamp();
        return Time.CreateTimer(_ => progress(words(Time.GetElapsedTime(began))), state: null, ReportInterval, ReportInterval);
    }

    /// <summary>Options of initdb for a data folder that has to be built.</summary>
    public IReadOnlyList<string> Building { get; init; } = [];
}
