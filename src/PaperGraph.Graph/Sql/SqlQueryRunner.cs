using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// Runs the data requests of a level in one round trip, as an <see cref="SqlQueryRun"/>. A query that fails spoils its own request alone; a
/// connection that fails before any row of a query was taken is given up, and the query run once more over another. A database that is
/// away or busy fails all with a code of its own.
/// </summary>
/// <param name="maxQueriesTogether">How many queries go into one statement at most; 1 makes a batch of all that are more.</param>
internal sealed partial class SqlQueryRunner(
    NpgsqlDataSource database,
    ILogger<SqlQueryRunner> logger,
    Func<string?>? trouble = null,
    int maxQueriesTogether = SqlTree.MaxQueries) : IDataRequestRunner
{
    private readonly SqlCommands commands = new();

    /// <summary>
    /// Connections that hold none of the pool's, to be opened again: with each goes a batch that Npgsql keeps for it. They are as many as
    /// were open at the same time.
    /// </summary>
    private readonly ConcurrentBag<NpgsqlConnection> closed = [];

    private int isAway;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
    {
        var statements = new List<SqlQuery>(requests.Count + 1);
        foreach (var request in requests) AddStatements(request, statements);
        try
        {
            if (statements.Count > 0) await RunAsync(statements, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.Passes())
        {
            if (Interlocked.Exchange(ref isAway, 1) == 0)
                LogAway(exception.InnerException is { } inner ? $"{exception.Message} ({inner.Message})" : exception.Message);
            throw exception.ToFailure(trouble?.Invoke()).ToException();
        }
        if (isAway == 1 && Interlocked.Exchange(ref isAway, 0) == 1) LogBack();
        if (!statements.Exists(statement => statement.Failure is not null)) return;
        foreach (var request in requests)
            request.Failure ??= GetStatements(request).FirstOrDefault(statement => statement.Failure is not null)?.Failure;
    }

    /// <summary>The statements that a data request is made of, those that need not be run left out.</summary>
    public static IReadOnlyList<SqlQuery> GetStatements(DataRequest request)
    {
        var statements = new List<SqlQuery>();
        AddStatements(request, statements);
        return statements;
    }

    /// <summary>Adds those that are not there yet.</summary>
    private static void AddStatements(DataRequest request, List<SqlQuery> statements)
    {
        if (request is SqlQuery single)
        {
            if (single.Guard is { IsNeeded: true } guard && !statements.Contains(guard)) statements.Add(guard);
            if (single.IsNeeded && !statements.Contains(single)) statements.Add(single);
            return;
        }
        foreach (var part in ((CompositeQuery)request).Parts) AddStatements(part, statements);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunAsync(List<SqlQuery> queries, CancellationToken cancellationToken)
    {
        var run = new SqlQueryRun(commands, queries, maxQueriesTogether);
        try
        {
            await RunAsync(run, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.IsOfItsConnection() && !run.HasRows)
        {
            await RunAsync(run, cancellationToken);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunAsync(SqlQueryRun run, CancellationToken cancellationToken)
    {
        if (!closed.TryTake(out var connection)) connection = database.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await RunAsync(run, connection, cancellationToken);
            await connection.CloseAsync();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        closed.Add(connection);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunAsync(SqlQueryRun run, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await run.ContinueAsync(connection, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.IsOfItsConnection())
        {
            // Closed when it is put back. The others of the pool are as old, and most often as bad.
            database.Clear();
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The database cannot answer, and clients are told to come again: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(2, LogLevel.Warning, "The database answers again")]
    private partial void LogBack();
}
