using System.Collections.Concurrent;
using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>Makes the commands of queries. Texts that were made before are taken again, so that PostgreSQL and Npgsql know them.</summary>
internal sealed class SqlCommands
{
    private readonly SqlTextCache texts = new();

    /// <summary>Texts for later statements, as many as were written at the same time.</summary>
    private readonly ConcurrentBag<SqlText> drafts = [];

    /// <summary>The queries as one statement; null where none can be made of them.</summary>
    public NpgsqlBatchCommand? TryCreate(List<SqlQuery> queries, out SqlTree? tree)
    {
        tree = null;
        var sql = Rent();
        try
        {
            tree = SqlTree.Write(queries, sql);
            return Create(sql);
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

    /// <summary>A query whose statement cannot be written fails, and in its place one is made that answers nothing.</summary>
    public NpgsqlBatchCommand Create(SqlQuery query)
    {
        var sql = Rent();
        try
        {
            query.Write(sql);
            return Create(sql);
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

    private static NpgsqlBatchCommand Create(SqlText sql)
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
}
