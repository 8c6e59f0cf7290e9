using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>What clients are told, and what is done, when the database fails by no fault of a statement.</summary>
internal static class DatabaseFailures
{
    public const string Unavailable = "DATABASE_UNAVAILABLE";

    /// <summary>For a failure that passes: what it is and when to ask again.</summary>
    /// <param name="exception">The failure of a query.</param>
    /// <param name="trouble">Why the database does not run, where that is known.</param>
    public static FieldFailure ToFailure(this NpgsqlException exception, string? trouble) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            Passing("The database has no connection free just now. Ask again in a moment.", seconds: 1),
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } =>
            Passing("The database is just starting or being recovered. Ask again in a few seconds.", seconds: 3),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            Passing("The database's disk is full. Ask again when there is room on it.", seconds: 30),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } =>
            Passing("The database ended a statement before it was done. Ask again in a moment, or for less at once.", seconds: 3),
        _ when IsPoolExhausted(exception) =>
            Passing("All connections of the server to its database are in use. Ask again in a moment.", seconds: 1),
        _ when trouble is not null => Passing($"The database cannot answer just now: {trouble}. Ask again in a few seconds.", seconds: 3),
        _ => Passing("The database cannot answer just now. Ask again in a moment.", seconds: 1),
    };

    /// <summary>
    /// Whether it is the connection that failed, and the same statement may succeed over another: it is broken or was shut down, or
    /// PostgreSQL and Npgsql disagree about what is prepared on it.
    /// </summary>
    public static bool IsOfItsConnection(this NpgsqlException exception) => exception switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidSqlStatementName
                or PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.IdleSessionTimeout
        } => true,
        // "Cached plan must not change result type": the tables were altered after the statement was prepared.
        PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" } => true,
        PostgresException => false,
        _ => exception.InnerException is IOException,
    };

    /// <summary>
    /// Whether nothing is wrong with the statement: another time it may succeed. PostgreSQL's own time-out of statements comes after the
    /// request's, so that one that is cancelled was cancelled by somebody else, or is of no request.
    /// </summary>
    public static bool Passes(this NpgsqlException exception) =>
        exception.IsTransient || exception.IsOfItsConnection() || exception.SqlState == PostgresErrorCodes.QueryCanceled;

    /// <summary>A failure that is over some seconds later.</summary>
    internal static FieldFailure Passing(string message, int seconds, string code = Unavailable) => new(message, code)
    {
        RetryAfter = TimeSpan.FromSeconds(seconds),
        // Over a WebSocket or in events there is no header.
        Extensions = new Dictionary<string, object?> { ["retryAfter"] = seconds },
    };

    /// <summary>Recognises the failure by its text, because Npgsql has no code for it.</summary>
    private static bool IsPoolExhausted(NpgsqlException exception) =>
        exception.InnerException is TimeoutException && exception.Message.Contains("pool has been exhausted", StringComparison.Ordinal);
}
