using System.Collections.Concurrent;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>How long the lists behind some connections are, in one statement.</summary>
internal sealed class CountQuery(IConnectionQuery connections) : SqlQuery
{
    /// <summary>Fields that are answered in different parts may each have it run.</summary>
    private readonly ConcurrentDictionary<long, (long Rows, bool IsEstimate)> counts = [];

    /// <summary>False where the page comes with its list's length.</summary>
    public override bool IsNeeded => !connections.HasCount;

    public override bool NeedsOwnPlan => connections.List.Filter?.NeedsOwnPlan == true;

    public override IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, SqlType.Boolean];

    public override void Clear() => counts.Clear();

    public override void Write(SqlText sql) => connections.List.AppendCount(sql, connections.Parents);

    public override void Take(SqlRow row) => Take(row, 1);

    /// <param name="first">The ordinal at which the length stands in the row; behind it, whether it is an estimate.</param>
    public void Take(SqlRow row, int first) => counts[row.GetInt64(0)] = (row.GetInt64(first), row.GetBoolean(first + 1));

    public override object ValueFor(object parent) => counts.GetValueOrDefault(((Connection)parent).Parent).Rows;

    public bool IsEstimateFor(object parent) => counts.GetValueOrDefault(((Connection)parent).Parent).IsEstimate;
}

/// <summary>Whether these lengths are estimates; it asks for nothing of its own.</summary>
internal sealed class EstimateQuery(CountQuery counts) : CompositeQuery
{
    public override IReadOnlyList<SqlQuery> Parts { get; } = [counts];

    public override object ValueFor(object parent) => counts.IsEstimateFor(parent);
}
