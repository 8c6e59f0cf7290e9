using System.Collections.Concurrent;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>How long the lists behind some connections are, in one statement.</summary>
internal sealed class CountQuery(IConnectionQuery connections) : SqlQuery
{
    /// <summary>Fields that are answered in different parts may each have it run.</summary>
    private readonly ConcurrentDictionary<long, (long Rows, bool IsEstimate)> counts = [];

    public override bool NeedsOwnPlan => connections.List.Filter?.IsSearch == true;

    public override IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, SqlType.Boolean];

    public override void Clear() => counts.Clear();

    public override void Write(SqlText sql) => connections.List.AppendCount(sql, connections.Parents);

    public override void Take(SqlRow row) => counts[row.GetInt64(0)] = (row.GetInt64(1), row.GetBoolean(2));

    public override object ValueFor(object parent) => counts.GetValueOrDefault(((Connection)parent).Parent).Rows;

    public bool IsEstimateFor(object parent) => counts.GetValueOrDefault(((Connection)parent).Parent).IsEstimate;
}

/// <summary>Whether these lengths are estimates; it asks for nothing of its own.</summary>
internal sealed class EstimateQuery(CountQuery counts) : CompositeQuery
{
    public override IReadOnlyList<SqlQuery> Parts { get; } = [counts];

    public override object ValueFor(object parent) => counts.IsEstimateFor(parent);
}
