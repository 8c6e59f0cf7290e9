using Npgsql;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>How long the lists behind some connections are, in one statement.</summary>
internal sealed class CountQuery(IConnectionQuery connections) : SqlQuery
{
    private readonly Dictionary<long, long> counts = [];

    public override void Write(SqlText sql) => connections.List.AppendCount(sql, connections.Parents);

    public override void Take(NpgsqlDataReader row) => counts.Add(row.GetInt64(0), row.GetInt64(1));

    public override object ValueFor(object parent) => counts.GetValueOrDefault(((Connection)parent).Parent);
}
