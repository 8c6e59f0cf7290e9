namespace PaperGraph.GraphQL.Building;

/// <summary>Finds the ways by which nodes of a graph lead back to themselves, looking at each node once.</summary>
internal sealed class CycleSearch<TNode, TEdge>(Func<TNode, IEnumerable<(TEdge Edge, TNode To)>> edgesFrom)
    where TNode : notnull
{
    private readonly HashSet<TNode> visited = [];
    private readonly List<(TEdge Edge, TNode To)> path = [];
    private readonly Dictionary<TNode, int> positionInPath = [];

    /// <summary>Each cycle as its edges; the last leads to the node that the first starts from.</summary>
    public IEnumerable<List<(TEdge Edge, TNode To)>> Cycles(IEnumerable<TNode> nodes) => nodes.SelectMany(CyclesFrom).ToList();

    private IEnumerable<List<(TEdge Edge, TNode To)>> CyclesFrom(TNode node)
    {
        if (!visited.Add(node)) yield break;
        positionInPath[node] = path.Count;
        foreach (var step in edgesFrom(node))
        {
            path.Add(step);
            if (positionInPath.TryGetValue(step.To, out var start))
            {
                yield return path[start..];
            }
            else
            {
                foreach (var cycle in CyclesFrom(step.To)) yield return cycle;
            }
            path.RemoveAt(path.Count - 1);
        }
        positionInPath.Remove(node);
    }
}
