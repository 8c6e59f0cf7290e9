using Npgsql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>A read of one statement. Run by <see cref="PipelinedReads"/>.</summary>
internal abstract class SqlRead : Read
{
    /// <summary>Whether there is anything to ask; a read that is not needed is answered as if no row had come.</summary>
    public virtual bool IsNeeded => true;

    /// <summary>A read that goes out beside this one and fails it by failing; null for none.</summary>
    public SqlRead? Guard { get; init; }

    /// <summary>Writes the statement, right before it is sent: again where it is sent again.</summary>
    public abstract void Write(SqlText sql);

    /// <summary>Takes one row of the answer.</summary>
    public abstract void Take(NpgsqlDataReader row);
}

/// <summary>A read of several statements. It fails when one of them does.</summary>
internal abstract class CompositeRead : Read
{
    public abstract IReadOnlyList<SqlRead> Parts { get; }
}
