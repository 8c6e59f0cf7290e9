using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Connections;

/// <summary>A node in a list, and its position there.</summary>
internal class Edge
{
    /// <summary>The id of the row whose list it is; 0 for a list of its own.</summary>
    public long Parent { get; set; }

    public Node Node { get; set; } = null!;

    public IReadOnlyList<OrderTerm> Order { get; set; } = [];

    /// <summary>What the list's order compares; empty where no cursor is asked for.</summary>
    public string[] OrderValues { get; set; } = [];

    public string Cursor => Paging.Cursor.Write(Order, OrderValues);
}

/// <summary>What is read of each edge beside its node: expressions and where their values go.</summary>
internal sealed class EdgeColumns<TEdge> where TEdge : Edge
{
    private readonly List<Action<TEdge, SqlRow, int>> setters = [];

    private readonly List<string> expressions = [];

    private readonly List<string> types = [];

    public IReadOnlyList<string> Expressions => expressions;

    public IReadOnlyList<string> Types => types;

    public EdgeColumns<TEdge> Column<T>(string sql, Action<TEdge, T> set)
    {
        expressions.Add(sql);
        types.Add(SqlType.For<T>());
        setters.Add((edge, row, i) =>
        {
            if (!row.IsDBNull(i)) set(edge, row.GetFieldValue<T>(i));
        });
        return this;
    }

    /// <param name="first">The ordinal at which the expressions begin in the row.</param>
    public void Read(TEdge edge, SqlRow row, int first)
    {
        for (var i = 0; i < setters.Count; i++) setters[i](edge, row, first + i);
    }
}
