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

/// <summary>What can be read of each edge beside its node: which expression stands for which field, and where its value goes.</summary>
internal sealed class EdgeColumns<TEdge> where TEdge : Edge
{
    private readonly List<EdgeColumnReader<TEdge>> columns = [];

    public EdgeColumns<TEdge> Column<T>(string field, string sql, Action<TEdge, T> set)
    {
        columns.Add(new EdgeColumnReader<TEdge>(field, sql, SqlType.For<T>(), (edge, row, i) =>
        {
            if (!row.IsDBNull(i)) set(edge, row.GetFieldValue<T>(i));
        }));
        return this;
    }

    /// <summary>The columns for those of <paramref name="fields"/> that are columns.</summary>
    public SelectedEdgeColumns<TEdge> Select(IEnumerable<string> fields) =>
        new([.. columns.Where(column => fields.Contains(column.Field))]);
}

/// <summary>An expression that is selected for a field of an edge, and what takes its value.</summary>
internal sealed record EdgeColumnReader<TEdge>(string Field, string Sql, string Type, Action<TEdge, SqlRow, int> Read);

/// <summary>The columns of an edge that one statement reads, in the order in which it selects them.</summary>
internal sealed class SelectedEdgeColumns<TEdge>(IReadOnlyList<EdgeColumnReader<TEdge>> columns) where TEdge : Edge
{
    public IReadOnlyList<string> Expressions { get; } = [.. columns.Select(column => column.Sql)];

    public IReadOnlyList<string> Types { get; } = [.. columns.Select(column => column.Type)];

    /// <param name="first">The ordinal at which the expressions begin in the row.</param>
    public void Read(TEdge edge, SqlRow row, int first)
    {
        for (var i = 0; i < columns.Count; i++) columns[i].Read(edge, row, first + i);
    }
}
