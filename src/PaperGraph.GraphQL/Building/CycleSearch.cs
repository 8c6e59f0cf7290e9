namespace PaperGraph.GraphQL.Building;

/// <summary>
/// Finds the ways by which nodes of a graph lead back to themselves, looking at each node once. Keeps its own stack, since definitions
/// may lead to one another by the thousand.
/// </summary>
internal sealed class CycleSearch<TNode, TEdge>(Func<TNode, IEnumerable<(TEdge Edge, TNode To)>> edgesFrom)
    where TNode : notnull
{
    private readonly HashSet<TNode> visited = [];
    private readonly List<List<(TEdge Edge, TNode To)>> cycles = [];
    private readonly List<(TEdge Edge, TNode To)> path = [];
    private readonly Dictionary<TNode, int> positionInPath = [];
    private readonly Stack<(TNode Node, IEnumerator<(TEdge Edge, TNode To)> Edges)> open = new();

    /// <summary>Each cycle as its edges; the last leads to the node that the first starts from.</summary>
    public IReadOnlyList<List<(TEdge Edge, TNode To)>> Cycles(IEnumerable<TNode> nodes)
    {
        foreach (var node in nodes)
        {
            Open(node);
            while (open.TryPeek(out var current))
            {
                if (current.Edges.MoveNext()) Follow(current.Edges.Current);
                else Close(current.Node);
            }
        }
        return cycles;
    }

    private void Open(TNode node)
    {
        if (!visited.Add(node)) return;
        positionInPath[node] = path.Count;
        open.Push((node, edgesFrom(node).GetEnumerator()));
    }

    private void Follow((TEdge Edge, TNode To) step)
    {
        if (positionInPath.TryGetValue(step.To, out var start))
        {
            cycles.Add([.. path[start..], step]);
        }
        else if (!visited.Contains(step.To))
        {
            path.Add(step);
            Open(step.To);
        }
    }

    private void Close(TNode node)
    {
        open.Pop().Edges.Dispose();
        positionInPath.Remove(node);
        if (path.Count > 0) path.RemoveAt(path.Count - 1);
    }
}
