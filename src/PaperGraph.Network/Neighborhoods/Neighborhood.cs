namespace PaperGraph.Network.Neighborhoods;

/// <summary>A node of a drawing.</summary>
/// <param name="Hops">How many edges of the drawing it is from the nearest of the nodes that were asked for.</param>
/// <param name="Hidden">How many of its neighbours are not drawn.</param>
public sealed record DrawnNode(int Node, int Hops, int Hidden);

/// <param name="Nodes">Those that were asked for, then the others, the most specific first.</param>
/// <param name="Edges">All edges between these nodes that may be drawn: two places in the list of nodes, and the edge.</param>
/// <param name="IsTruncated">Whether there are more nodes within so many hops.</param>
public sealed record Neighborhood(
    IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<(int From, int To, Edge Edge)> Edges, bool IsTruncated);
