using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Connections;

/// <summary>A page of the list of one parent.</summary>
internal class Connection(PageArguments page, long parent, IConnectionQuery? query)
{
    /// <summary>Where edges are asked for, or cursors.</summary>
    private List<Edge>? edges;

    /// <summary>Where the nodes are all that is asked for.</summary>
    private List<Node>? nodes;

    private bool more;

    private bool complete;

    /// <summary>The query that yields this connection, and tells its length; null where the connection has that.</summary>
    public IConnectionQuery? Query => query;

    /// <summary>The id of the row whose list it is; 0 for a list of its own.</summary>
    public long Parent => parent;

    public IReadOnlyList<Edge> Edges => edges ?? [];

    public IReadOnlyList<Node> Nodes
    {
        get
        {
            if (edges is null) return nodes ?? [];
            var ofEdges = new Node[edges.Count];
            for (var i = 0; i < ofEdges.Length; i++) ofEdges[i] = edges[i].Node;
            return ofEdges;
        }
    }

    public PageInfo PageInfo => new(
        HasNextPage: page.Backward ? page.Before is not null : more,
        HasPreviousPage: page.Backward ? more : page.After is not null,
        StartCursor: edges is [var first, ..] ? first.Cursor : null,
        EndCursor: edges is [.., var last] ? last.Cursor : null);

    /// <summary>Takes the next edge in the order in which the page is read; one too many tells that there are more.</summary>
    public void Add(Edge edge) => Add(edges ??= [], edge);

    /// <summary>Takes the next node, of a page without edges.</summary>
    public void Add(Node node) => Add(nodes ??= [], node);

    /// <summary>Puts a page that was read backward in the list's order; once, however often it is called.</summary>
    public void Complete()
    {
        if (page.Backward && !complete)
        {
            edges?.Reverse();
            nodes?.Reverse();
        }
        complete = true;
    }

    private void Add<T>(List<T> rows, T row)
    {
        if (rows.Count == page.Size) more = true;
        else rows.Add(row);
    }
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
