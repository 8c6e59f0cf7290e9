using System.Collections.Concurrent;
using System.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// Runs the data requests of a level in one round trip: as one prepared statement, or where that fails, as a batch of one statement a
/// query. All see the same snapshot. A query that fails spoils its own request alone; a connection that fails before any row of a query
/// was taken is given up, and the query run once more over another. A database that is away or busy fails all with a code of its own.
/// </summary>
/// <param name="maxQueriesTogether">How many queries go into one statement at most; 1 makes a batch of all that are more.</param>
internal sealed partial class SqlQueryRunner(
    NpgsqlDataSource database,
    ILogger<SqlQueryRunner> logger,
    Func<string?>? trouble = null,
    int maxQueriesTogether = SqlTree.MaxQueries) : IDataRequestRunner
{
    private const string PlanAnew = "set local plan_cache_mode = force_custom_plan";

    private readonly SqlTextCache texts = new();

    /// <summary>Texts for later statements, as many as were written at the same time.</summary>
    private readonly ConcurrentBag<SqlText> drafts = [];

    private int isAway;

    public async ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
    {
        var statements = new List<SqlQuery>(requests.Count + 1);
        foreach (var request in requests)
            foreach (var statement in GetStatements(request))
                if (!statements.Contains(statement)) statements.Add(statement);
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
    public static IEnumerable<SqlQuery> GetStatements(DataRequest request)
    {
        if (request is SqlQuery single)
        {
            if (single.Guard is { IsNeeded: true } guard) yield return guard;
            if (single.IsNeeded) yield return single;
            yield break;
        }
        foreach (var part in ((CompositeQuery)request).Parts)
            foreach (var statement in GetStatements(part)) yield return statement;
    }

    private async Task RunAsync(List<SqlQuery> queries, CancellationToken cancellationToken)
    {
        var progress = new Progress(queries);
        try
        {
            await RunAsync(progress, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.IsOfItsConnection() && !progress.HasRows)
        {
            await RunAsync(progress, cancellationToken);
        }
    }

    private async Task RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (progress is { Done: 0, Queries.Count: > 1 } && !await RunAsOneAsync(connection, progress, cancellationToken))
                await RunTogetherAsync(connection, progress, cancellationToken);
            // One alone; or a statement failed, and the transaction with it: those behind it run each by itself.
            while (progress.Done < progress.Queries.Count) await RunAloneAsync(connection, progress, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.IsOfItsConnection())
        {
            // Closed when it is put back. The others of the pool are as old, and most often as bad.
            database.Clear();
            throw;
        }
    }

    private async Task RunAloneAsync(NpgsqlConnection connection, Progress progress, CancellationToken cancellationToken)
    {
        var isPlanned = progress.Current.NeedsOwnPlan;
        await using var batch = CreateBatch(connection, CreateCommand(progress.Current), isPlanned);
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            await progress.TakeAsync(rows, cancellationToken);
        }
        catch (PostgresException exception) when (!exception.Passes())
        {
            progress.Fail(exception);
            if (isPlanned) await ForgetAsync(connection, cancellationToken);
        }
        catch (OperationCanceledException) when (isPlanned)
        {
            await ForgetAsync(connection, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Runs all queries as one statement, which has one snapshot and computes nothing twice. False where it fails, or none can be made of
    /// them: then nothing was taken, and the batch of one statement a query tells which of them it is.
    /// </summary>
    private async Task<bool> RunAsOneAsync(NpgsqlConnection connection, Progress progress, CancellationToken cancellationToken)
    {
        if (progress.Queries.Count > maxQueriesTogether) return false;
        if (TryWrite(progress.Queries, out var tree) is not { } command) return false;

        var isPlanned = progress.Queries.Exists(query => query.NeedsOwnPlan);
        await using var batch = CreateBatch(connection, command, isPlanned);
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            await progress.TakeAsync(rows, tree!, cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (!exception.Passes())
        {
            progress.Clear(tree!);
            if (isPlanned) await ForgetAsync(connection, cancellationToken);
            return false;
        }
        catch (OperationCanceledException) when (isPlanned)
        {
            await ForgetAsync(connection, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A batch of one statement; with a plan of its own where that is needed, in the same round trip.</summary>
    private static NpgsqlBatch CreateBatch(NpgsqlConnection connection, NpgsqlBatchCommand command, bool isPlanned)
    {
        var batch = new NpgsqlBatch(connection);
        if (isPlanned)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("begin read only"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanAnew));
        }
        batch.BatchCommands.Add(command);
        if (isPlanned) batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        return batch;
    }

    private async Task RunTogetherAsync(NpgsqlConnection connection, Progress progress, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read, read only"));
        if (progress.Queries.Exists(query => query.NeedsOwnPlan)) batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanAnew));
        foreach (var query in progress.Queries) batch.BatchCommands.Add(CreateCommand(query));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));

        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            while (true)
            {
                await progress.TakeAsync(rows, cancellationToken);
                if (progress.Done == progress.Queries.Count) break;
                await rows.NextResultAsync(cancellationToken);
            }
        }
        catch (PostgresException exception)
            when (progress.Done < progress.Queries.Count && !exception.Passes())
        {
            progress.Fail(exception);
            await ForgetAsync(connection, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await ForgetAsync(connection, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Ends the transaction of a batch that was cut short, and makes Npgsql forget what it has prepared. Where the batch ends while
    /// rows are read, PostgreSQL skips the statements behind these, but Npgsql goes on taking those that it was to prepare for
    /// prepared: each later use of them over this connection would fail with "prepared statement does not exist".
    /// </summary>
    private static async Task ForgetAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (connection.State != ConnectionState.Open) return;
        await using (var rollback = new NpgsqlCommand("rollback", connection)) await rollback.ExecuteNonQueryAsync(cancellationToken);
        // One round trip; Npgsql has no asynchronous one.
        connection.UnprepareAll();
    }

    /// <summary>The queries as one statement; null where none can be made of them.</summary>
    private NpgsqlBatchCommand? TryWrite(List<SqlQuery> queries, out SqlTree? tree)
    {
        tree = null;
        var sql = Rent();
        try
        {
            tree = SqlTree.Write(queries, sql);
            return CreateCommand(sql);
        }
        catch (FieldFailureException)
        {
            return null;
        }
        finally
        {
            Return(sql);
        }
    }

    /// <summary>A query whose statement cannot be written fails, and in its place one is sent that answers nothing.</summary>
    private NpgsqlBatchCommand CreateCommand(SqlQuery query)
    {
        var sql = Rent();
        try
        {
            query.Write(sql);
            return CreateCommand(sql);
        }
        catch (FieldFailureException exception)
        {
            query.Failure = exception;
            return new NpgsqlBatchCommand("select where false");
        }
        finally
        {
            Return(sql);
        }
    }

    private static NpgsqlBatchCommand CreateCommand(SqlText sql)
    {
        var command = new NpgsqlBatchCommand(sql.ToString());
        foreach (var parameter in sql.Parameters) command.Parameters.Add(parameter);
        return command;
    }

    private SqlText Rent() => drafts.TryTake(out var sql) ? sql : new SqlText(texts);

    private void Return(SqlText sql)
    {
        sql.Clear();
        drafts.Add(sql);
    }

    [LoggerMessage(1, LogLevel.Error, "The database cannot answer, and clients are told to come again: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(2, LogLevel.Warning, "The database answers again")]
    private partial void LogBack();

    /// <summary>Keeps how many queries of a level are done.</summary>
    private sealed class Progress(List<SqlQuery> queries)
    {
        public List<SqlQuery> Queries => queries;

        /// <summary>The number of queries that have their answer or have failed.</summary>
        public int Done { get; private set; }

        /// <summary>Whether the query that is next has taken rows already, and so cannot be run again.</summary>
        public bool HasRows { get; private set; }

        public SqlQuery Current => queries[Done];

        public async Task TakeAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                HasRows = true;
                Current.Take(new SqlRow(rows));
            }
            Next();
        }

        /// <summary>Takes the rows of all queries, which came as one statement.</summary>
        public async Task TakeAsync(NpgsqlDataReader rows, SqlTree tree, CancellationToken cancellationToken)
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                HasRows = true;
                tree.Take(rows);
            }
            HasRows = false;
            Done = queries.Count;
        }

        public void Clear(SqlTree tree)
        {
            tree.Clear();
            HasRows = false;
        }

        public void Fail(PostgresException failure)
        {
            Current.Failure = failure;
            Next();
        }

        private void Next()
        {
            Done++;
            HasRows = false;
        }
    }
}
