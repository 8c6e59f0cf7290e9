using PaperGraph.Model;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Neighborhoods;

/// <summary>A node of the same kind as another, in whose papers the same is met.</summary>
/// <param name="Score">The sum of the weights of all paths of four hops between the two.</param>
/// <param name="Through">What is met in the papers of both, that of the greatest part of the score first.</param>
public sealed record RelatedNode(int Node, double Score, IReadOnlyList<int> Through);

/// <summary>
/// What is related to a node that papers have, such as an organization: others of its kind, by the degree-weighted paths that lead from its
/// papers over what these have to the papers of the other.
/// </summary>
public sealed class RelatedNodeSearch
{
    /// <summary>How much of what is in between is told.</summary>
    private const int MaxThrough = 3;

    private readonly GraphSnapshot graph;
    private readonly WorkLimit work;
    private readonly int node;
    private readonly NodeKind kind;

    private RelatedNodeSearch(GraphSnapshot graph, WorkLimit work, int node) =>
        (this.graph, this.work, this.node, kind) = (graph, work, node, graph.Nodes.KindOf(node));

    /// <param name="node">No paper.</param>
    /// <param name="max">How many are wanted; the most closely related come first.</param>
    public static IReadOnlyList<RelatedNode> Find(GraphSnapshot graph, WorkLimit work, int node, int max) =>
        new RelatedNodeSearch(graph, work, node).Find(max);

    private List<RelatedNode> Find(int max)
    {
        var parts = new Dictionary<int, List<(int Middle, double Weight)>>();
        // The most telling first, which is what is left where the limit is met.
        foreach (var (middle, weight) in Middles().OrderByDescending(item => item.Value).ThenBy(item => item.Key))
        {
            if (work.IsMet) break;
            foreach (var (other, more) in From(middle))
            {
                if (!parts.TryGetValue(other, out var list))
                {
                    // So much more is remembered of a node than of an edge.
                    work.Count(8);
                    parts.Add(other, list = new(1));
                }
                list.Add((middle, weight * more));
            }
        }
        return
        [
            .. parts
                .Select(item => (item.Key, Score: item.Value.Sum(part => part.Weight) * Through(item.Key), item.Value))
                .OrderByDescending(item => item.Score).ThenBy(item => item.Key)
                .Take(max)
                .Select(item => new RelatedNode(
                    item.Key,
                    item.Score,
                    [
                        .. item.Value.OrderByDescending(part => part.Weight).ThenBy(part => part.Middle)
                            .Take(MaxThrough).Select(part => part.Middle),
                    ])),
        ];
    }

    /// <summary>What the papers of the node have, but what is of its own kind; with the weight of all ways to it and through it.</summary>
    private Dictionary<int, double> Middles() => HadByPapersOf(
        node, had => graph.Nodes.KindOf(had) is var its && (its == kind || its == NodeKind.Paper) ? 0 : Through(had));

    /// <summary>What else of the node's kind the papers of something have.</summary>
    private Dictionary<int, double> From(int middle) =>
        HadByPapersOf(middle, had => had == node || graph.Nodes.KindOf(had) != kind ? 0 : 1);

    /// <summary>What the papers of something have, each with the weight of all ways to it.</summary>
    /// <param name="factor">What the weight of a way to it is multiplied by; 0 for what is left out.</param>
    private Dictionary<int, double> HadByPapersOf(int start, Func<int, double> factor)
    {
        var weights = new Dictionary<int, double>();
        foreach (var toPaper in graph.EdgesOf(start))
        {
            if (work.IsMet) break;
            var paper = toPaper.Target;
            if (graph.Nodes.KindOf(paper) != NodeKind.Paper) continue;
            var before = Along(toPaper) * Through(paper);
            work.Count(graph.DegreeOf(paper));
            foreach (var edge in graph.EdgesOf(paper))
            {
                var more = factor(edge.Target);
                if (more == 0) continue;
                weights[edge.Target] = weights.GetValueOrDefault(edge.Target) + before * Along(edge) * more;
            }
        }
        return weights;
    }

    private double Through(int passed) => HopCosts.WeightOf(graph.CostThrough(passed));

    private static double Along(Edge edge) => HopCosts.WeightOf(HopCosts.Along(edge));
}
