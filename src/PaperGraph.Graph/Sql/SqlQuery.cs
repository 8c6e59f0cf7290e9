using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>A data request that is one statement; <see cref="SqlQueryRunner"/> runs it.</summary>
internal abstract class SqlQuery : DataRequest
{
    /// <summary>Whether there is anything to ask; one that is not needed is answered as if no row had come.</summary>
    public virtual bool IsNeeded => true;

    /// <summary>A query that goes out beside this one and fails it by failing; null for none.</summary>
    public SqlQuery? Guard { get; init; }

    /// <summary>
    /// Whether its statement is to be planned for its parameters at each execution, which takes longer than most statements do: where a
    /// plan that is good for one of them is bad for another.
    /// </summary>
    public virtual bool NeedsOwnPlan => false;

    /// <summary>The types of its columns, one of <see cref="SqlType"/> each.</summary>
    public abstract IEnumerable<string> Types { get; }

    /// <summary>Writes the statement, right before it is sent: again where it is sent again.</summary>
    public abstract void Write(SqlText sql);

    /// <summary>Takes one row of the answer.</summary>
    public abstract void Take(SqlRow row);

    /// <summary>Forgets the rows that it took, to be run again.</summary>
    public abstract void Clear();
}

/// <summary>A data request of several statements. It fails when one of them does.</summary>
internal abstract class CompositeQuery : DataRequest
{
    public abstract IReadOnlyList<SqlQuery> Parts { get; }
}
