using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// The queries of a level while they are run: as one prepared statement, or where that fails, as a batch of one statement a query. All see
/// the same snapshot. Where one of the batch fails, those behind it run each by itself.
/// </summary>
/// <param name="maxQueriesTogether">How many queries go into one statement at most.</param>
internal sealed class SqlQueryRun(SqlCommands commands, List<SqlQuery> queries, int maxQueriesTogether)
{
    private const string PlanAnew = "set local plan_cache_mode = force_custom_plan";

    /// <summary>How many queries have their answer or have failed; they are the first.</summary>
    private int done;

    /// <summary>Whether the query that is next has taken rows already, and so cannot be run again.</summary>
    public bool HasRows { get; private set; }

    private SqlQuery Next => queries[done];

    private bool IsDone => done == queries.Count;

    /// <summary>Runs what is not done yet.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ContinueAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (done == 0 && queries.Count > 1 && !await TryRunAsOneAsync(connection, cancellationToken))
            await RunAsBatchAsync(connection, cancellationToken);
        while (!IsDone)
        {
            var query = Next;
            var failure = await ExecuteAsync(connection, commands.Create(query), query.NeedsOwnPlan, tree: null, cancellationToken);
            if (failure is not null) Fail(failure);
        }
    }

    /// <summary>
    /// Runs all queries as one statement, which has one snapshot and computes nothing twice. False where it fails, or none can be made of
    /// them: then nothing was taken, and the batch of one statement a query tells which of them it is.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> TryRunAsOneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (queries.Count > maxQueriesTogether || commands.TryCreate(queries, out var tree) is not { } command) return false;
        var isPlanned = queries.Exists(query => query.NeedsOwnPlan);
        if (await ExecuteAsync(connection, command, isPlanned, tree, cancellationToken) is null) return true;
        tree!.Clear();
        HasRows = false;
        return false;
    }

    /// <summary>Executes one statement and takes its rows.</summary>
    /// <param name="isPlanned">Whether it is planned for its parameters, in the same round trip.</param>
    /// <param name="tree">The queries that the statement is of; null for the next one alone.</param>
    /// <returns>What it failed with by its own fault; null where it did not.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<PostgresException?> ExecuteAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand command, bool isPlanned, SqlTree? tree, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        if (isPlanned)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("begin read only"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanAnew));
        }
        batch.BatchCommands.Add(command);
        if (isPlanned) batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            await TakeAsync(rows, tree, cancellationToken);
            return null;
        }
        catch (PostgresException exception) when (!exception.Passes())
        {
            if (isPlanned) await ForgetAsync(connection, cancellationToken);
            return exception;
        }
        catch (OperationCanceledException) when (isPlanned)
        {
            await ForgetAsync(connection, CancellationToken.None);
            throw;
        }
    }

    private async Task RunAsBatchAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read, read only"));
        if (queries.Exists(query => query.NeedsOwnPlan)) batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanAnew));
        foreach (var query in queries) batch.BatchCommands.Add(commands.Create(query));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            while (true)
            {
                await TakeAsync(rows, tree: null, cancellationToken);
                if (IsDone) break;
                await rows.NextResultAsync(cancellationToken);
            }
        }
        catch (PostgresException exception) when (!IsDone && !exception.Passes())
        {
            Fail(exception);
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

    /// <summary>Takes the rows of one result: those of all queries in a tree, or of the next.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask TakeAsync(NpgsqlDataReader rows, SqlTree? tree, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            HasRows = true;
            if (tree is null) Next.Take(new SqlRow(rows));
            else tree.Take(rows);
        }
        HasRows = false;
        done = tree is null ? done + 1 : queries.Count;
    }

    private void Fail(PostgresException failure)
    {
        Next.Failure = failure;
        HasRows = false;
        done++;
    }
}
