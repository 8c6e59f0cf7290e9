using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Makes data sources and contexts with PaperGraph's settings.</summary>
public static class DataSources
{
    /// <summary>Connections that a data source has at most, where nobody says otherwise.</summary>
    public const int UsualPoolSize = 20;

    // All times are in seconds. A command is given up after its time-out; those of an import have none, see TransactionCommands. Whoever
    // finds every connection of the pool in use waits for one as long as connecting may take, which is Timeout. A connection that nobody
    // uses is closed within two of its idle lifetimes.
    private const string Defaults =
        "Read Buffer Size=65536;Max Auto Prepare=200;Auto Prepare Min Usages=2;Application Name=papergraph;"
        + "Timeout=10;Command Timeout=30;Connection Idle Lifetime=20;Connection Pruning Interval=5;";

    /// <summary>
    /// A data source set up for the graph's reads: large answers, and few statements that come again and again. What the
    /// connection string itself states stands, since of a setting given twice the last counts.
    /// </summary>
    /// <param name="connectionString">A connection string in Npgsql's syntax.</param>
    /// <param name="poolSize">The greatest number of connections, unless the connection string says how many.</param>
    public static NpgsqlDataSource Create(string connectionString, int poolSize = UsualPoolSize) =>
        new NpgsqlDataSourceBuilder($"{Defaults}Maximum Pool Size={poolSize};{connectionString}").Build();

    /// <summary>
    /// Creates a data source for callers that only read and leave nothing behind in a session: no settings, no temporary tables, no locks.
    /// So a connection is not reset when it is taken from the pool again, which costs as much as a small statement. And it stays open
    /// while a dashboard asks once in some minutes, since a new one plans each statement anew, which takes longer than most answers do.
    /// </summary>
    /// <inheritdoc cref="Create"/>
    public static NpgsqlDataSource CreateForReading(string connectionString, int poolSize = UsualPoolSize) =>
        Create($"No Reset On Close=true;Connection Idle Lifetime=300;Connection Pruning Interval=10;{connectionString}", poolSize);

    /// <summary>The connections that <see cref="Create"/> gives to a data source at most.</summary>
    public static int GetPoolSize(string connectionString) =>
        new NpgsqlConnectionStringBuilder($"Maximum Pool Size={UsualPoolSize};{connectionString}").MaxPoolSize;

    /// <summary>The connection string with another number of connections at most.</summary>
    public static string WithPoolSize(string connectionString, int poolSize)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = poolSize };
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, poolSize);
        return settings.ConnectionString;
    }

    /// <summary>The connection string with another time that a command may take before it is given up, in whole seconds.</summary>
    public static string WithCommandTimeout(string connectionString, TimeSpan timeout) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            CommandTimeout = (int)Math.Clamp(Math.Ceiling(timeout.TotalSeconds), 1, int.MaxValue / 1000),
        }.ConnectionString;

    /// <summary>
    /// The connection string with an end to each statement, for when nobody is left to cancel it: its server was killed, or the network
    /// between them is gone. Options that the connection string states itself stand before it.
    /// </summary>
    /// <remarks>As an option of the start, which a session comes back to whenever its connection is put back into the pool.</remarks>
    public static string WithStatementTimeout(string connectionString, TimeSpan timeout)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var milliseconds = (int)Math.Clamp(timeout.TotalMilliseconds, 1, int.MaxValue);
        var option = string.Create(CultureInfo.InvariantCulture, $"-c statement_timeout={milliseconds}");
        settings.Options = $"{settings.Options} {option}".TrimStart();
        return settings.ConnectionString;
    }

    /// <summary>
    /// The connection string of who asks for pages of lists: PostgreSQL compiles no statement. It would whenever reading a list to its end
    /// cost much, and take ten times as long for that as for the page. Options that the connection string states itself stand before it.
    /// </summary>
    public static string WithoutCompilation(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = $"{settings.Options} -c jit=off".TrimStart();
        return settings.ConnectionString;
    }

    /// <summary>Sets a context up: tables, columns, keys and indexes are named as they are written in SQL.</summary>
    public static DbContextOptionsBuilder UsePaperGraph(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource) =>
        options.UseNpgsql(dataSource).UseSnakeCaseNamingConvention();

    /// <summary>A context over a connection of its own, outside a service provider. All such contexts share one model.</summary>
    public static PaperGraphContext CreateContext(this NpgsqlDataSource dataSource) =>
        CreateContext(dataSource.CreateConnection(), isOwned: true);

    /// <summary>A context over a connection that somebody else opens and closes.</summary>
    internal static PaperGraphContext CreateContext(this NpgsqlConnection connection) => CreateContext(connection, isOwned: false);

    /// <summary>
    /// A context inside a transaction that somebody else begins and ends. Its statements have no time-out, like the others of the
    /// transaction.
    /// </summary>
    internal static async Task<PaperGraphContext> CreateContextAsync(
        this NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var context = CreateContext(transaction.Connection!, isOwned: false);
        context.Database.SetCommandTimeout(0);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        return context;
    }

    private static PaperGraphContext CreateContext(NpgsqlConnection connection, bool isOwned)
    {
        var options = new DbContextOptionsBuilder<PaperGraphContext>();
        options.UseNpgsql(connection, isOwned).UseSnakeCaseNamingConvention();
        return new PaperGraphContext(options.Options);
    }
}
