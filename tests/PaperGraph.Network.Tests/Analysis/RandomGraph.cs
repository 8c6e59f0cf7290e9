using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

/// <summary>A graph that was made by chance: some of its nodes have no edge, and it may be in several parts.</summary>
internal sealed record RandomGraph(int NodeCount, IReadOnlyList<(int From, int To, float Weight)> Edges)
{
    public static Arbitrary<RandomGraph> Any { get; } =
        (from nodes in Gen.Choose(1, 60)
         from edges in Gen.ListOf(
             from ends in Gen.Two(Gen.Choose(0, nodes - 1))
             from weight in Gen.Choose(1, 40)
             select (ends.Item1, ends.Item2, weight / 8f))
         select new RandomGraph(nodes, [.. edges.Where(edge => edge.Item1 != edge.Item2)])).ToArbitrary();

    /// <summary>Groups of nodes that are tied more closely than the groups among each other.</summary>
    public static RandomGraph Planted(int groups, int size, int seed)
    {
        var random = new Random(seed);
        var edges = new List<(int, int, float)>();
        for (var from = 0; from < groups * size; from++)
            for (var to = 0; to < from; to++)
                if (random.NextDouble() < (from / size == to / size ? 0.5 : 0.02)) edges.Add((from, to, 1));
        return new RandomGraph(groups * size, edges);
    }

    public WeightedGraph Graph => WeightedGraph.Create(NodeCount, Edges);

    /// <summary>The same graph, in which the node <c>i</c> is called <c>names[i]</c>.</summary>
    public RandomGraph Relabel(int[] names) =>
        this with { Edges = [.. Edges.Select(edge => (names[edge.From], names[edge.To], edge.Weight))] };
}
