using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// Runs the reads of a level as one batch: one round trip, each statement prepared by its text. More than one see the same
/// snapshot. A statement that fails spoils its own read alone; a database that is away fails all with a code of its own.
/// </summary>
internal sealed partial class PipelinedReads(NpgsqlDataSource database, ILogger<PipelinedReads> logger) : IReadRunner
{
    private static readonly FieldFailure Away = new(
        "The database cannot answer just now. Ask again in a moment.", "DATABASE_UNAVAILABLE");

    public async ValueTask RunAsync(IReadOnlyList<Read> reads, CancellationToken cancellationToken)
    {
        var statements = reads.SelectMany(StatementsOf).Where(read => read.IsNeeded).ToList();
        try
        {
            if (statements.Count > 0) await RunAsync(statements, cancellationToken);
        }
        catch (NpgsqlException exception) when (exception.IsTransient)
        {
            LogAway(exception);
            throw Away.ToException();
        }
        foreach (var read in reads) read.Failure ??= StatementsOf(read).FirstOrDefault(statement => statement.Failure is not null)?.Failure;
    }

    private static IReadOnlyList<SqlRead> StatementsOf(Read read) => read is CompositeRead composite ? composite.Parts : [(SqlRead)read];

    private async Task RunAsync(List<SqlRead> reads, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (reads.Count == 1)
        {
            await RunAloneAsync(connection, reads[0], cancellationToken);
            return;
        }

        var done = await RunTogetherAsync(connection, reads, cancellationToken);
        // A statement failed, and the transaction with it: those behind it run each by itself.
        foreach (var read in reads.Skip(done)) await RunAloneAsync(connection, read, cancellationToken);
    }

    private static async Task RunAloneAsync(NpgsqlConnection connection, SqlRead read, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(CommandOf(read));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken)) read.Take(rows);
        }
        catch (PostgresException exception) when (!exception.IsTransient)
        {
            read.Failure = exception;
        }
    }

    /// <summary>How many of the reads have their answer, or are the one that failed.</summary>
    private static async Task<int> RunTogetherAsync(NpgsqlConnection connection, List<SqlRead> reads, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin isolation level repeatable read, read only"));
        foreach (var read in reads) batch.BatchCommands.Add(CommandOf(read));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));

        var done = 0;
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            for (; done < reads.Count; done++)
            {
                if (done > 0) await rows.NextResultAsync(cancellationToken);
                while (await rows.ReadAsync(cancellationToken)) reads[done].Take(rows);
            }
        }
        catch (PostgresException exception) when (done < reads.Count && !exception.IsTransient)
        {
            reads[done++].Failure = exception;
            await using var rollback = new NpgsqlCommand("rollback", connection);
            await rollback.ExecuteNonQueryAsync(cancellationToken);
        }
        return done;
    }

    [LoggerMessage(1, LogLevel.Error, "The database cannot answer; clients were told to come again")]
    private partial void LogAway(NpgsqlException exception);

    private static NpgsqlBatchCommand CommandOf(SqlRead read)
    {
        var sql = new SqlText();
        read.Write(sql);
        var command = new NpgsqlBatchCommand(sql.ToString());
        foreach (var parameter in sql.Parameters) command.Parameters.Add(parameter);
        return command;
    }
}
