namespace PaperGraph.Data;

/// <summary>What a private PostgreSQL is started from.</summary>
internal sealed record PrivatePostgresSetup(string Home)
{
    public PostgresSearch Search { get; init; } = PostgresSearch.OfThisMachine();

    /// <summary>Lines of postgresql.conf for the next start, over those that every private server has.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a server that holds the data may stay silent before the start is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Options of initdb for a data folder that has to be built.</summary>
    public IReadOnlyList<string> Building { get; init; } = [];
}
