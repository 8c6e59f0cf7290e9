using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Connections;

/// <summary>A page of the list of one parent.</summary>
internal class Connection(PageArguments page, long parent, IConnectionQuery? query)
{
    private readonly List<Edge> edges = [];

    private bool more;

    private bool complete;

    /// <summary>The query that yields this connection, and tells its length; null where the connection has that.</summary>
    public IConnectionQuery? Query => query;

    /// <summary>The id of the row whose list it is; 0 for a list of its own.</summary>
    public long Parent => parent;

    public IReadOnlyList<Edge> Edges => edges;

    public IReadOnlyList<Node> Nodes
    {
        get
        {
            var nodes = new Node[edges.Count];
            for (var i = 0; i < nodes.Length; i++) nodes[i] = edges[i].Node;
            return nodes;
        }
    }

    public PageInfo PageInfo => new(
        HasNextPage: page.Backward ? page.Before is not null : more,
        HasPreviousPage: page.Backward ? more : page.After is not null,
        StartCursor: edges.Count == 0 ? null : edges[0].Cursor,
        EndCursor: edges.Count == 0 ? null : edges[^1].Cursor);

    /// <summary>Takes the next edge in the order in which the page is read; one too many tells that there are more.</summary>
    public void Add(Edge edge)
    {
        if (edges.Count == page.Size) more = true;
        else edges.Add(edge);
    }

    /// <summary>Puts a page that was read backward in the list's order; once, however often it is called.</summary>
    public void Complete()
    {
        if (page.Backward && !complete) edges.Reverse();
        complete = true;
    }
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
