using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Connections;

/// <summary>A page of the list of one parent.</summary>
internal sealed class Connection(IConnectionQuery query, long parent)
{
    private readonly List<Edge> edges = [];

    private bool more;

    private bool complete;

    /// <summary>The query that yields this connection.</summary>
    public IConnectionQuery Query => query;

    /// <summary>The id of the row whose list it is; 0 for a list of its own.</summary>
    public long Parent => parent;

    public IReadOnlyList<Edge> Edges => edges;

    public IReadOnlyList<Node> Nodes => edges.ConvertAll(edge => edge.Node);

    public PageInfo PageInfo => new(
        HasNextPage: query.Page.Backward ? query.Page.Before is not null : more,
        HasPreviousPage: query.Page.Backward ? more : query.Page.After is not null,
        StartCursor: edges.Count == 0 ? null : edges[0].Cursor,
        EndCursor: edges.Count == 0 ? null : edges[^1].Cursor);

    /// <summary>Takes the next edge in the order in which the page is read; one too many tells that there are more.</summary>
    public void Add(Edge edge)
    {
        if (edges.Count == query.Page.Size) more = true;
        else edges.Add(edge);
    }

    /// <summary>Puts a page that was read backward in the list's order; once, however often it is called.</summary>
    public void Complete()
    {
        if (query.Page.Backward && !complete) edges.Reverse();
        complete = true;
    }
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
