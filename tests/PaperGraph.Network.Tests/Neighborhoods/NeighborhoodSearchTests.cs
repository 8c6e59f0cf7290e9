using PaperGraph.Model;
using PaperGraph.Network.Neighborhoods;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Tests.Neighborhoods;

public sealed class NeighborhoodSearchTests
{
    [Fact]
    public void What_is_drawn_is_within_reach_once_and_with_all_edges_in_between()
    {
        var random = new Random(20_262);
        for (var round = 0; round < 300; round++)
        {
            var graph = RandomGraph.Create(random, random.Next(6, 60));
            var filter = RandomGraph.CreateFilter(random, graph);
            var seeds = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(graph.NodeCount)).Distinct().ToList();
            var (maxHops, maxNodes) = (random.Next(1, 4), random.Next(4, 40));

            var found = NeighborhoodSearch.Find(graph, filter, Limit(), seeds, maxHops, maxNodes);

            var nodes = found.Nodes.Select(drawn => drawn.Node).ToList();
            nodes.Take(seeds.Count).ShouldBe(seeds);
            nodes.ShouldBeUnique();
            nodes.Count.ShouldBeLessThanOrEqualTo(maxNodes);
            var reach = Reach(graph, filter, seeds, maxHops);
            found.Nodes.ShouldAllBe(drawn => reach.ContainsKey(drawn.Node) && drawn.Hops <= maxHops);
            found.Nodes.Select(drawn => drawn.Hops).ShouldBe(DistancesAlong(found, seeds.Count), $"round {round}");
            if (!found.IsTruncated) nodes.Count.ShouldBe(reach.Count, $"round {round}");
            found.Nodes.ShouldAllBe(drawn =>
                drawn.Hidden == graph.EdgesOf(drawn.Node).ToArray().Count(edge => !nodes.Contains(edge.Target)));
            found.Edges.Select(edge => (nodes[edge.From], edge.Edge.Target)).ShouldBe(
                from place in Enumerable.Range(0, nodes.Count)
                from edge in graph.EdgesOf(nodes[place]).ToArray()
                where nodes.IndexOf(edge.Target) > place && filter.Allows(nodes[place], edge)
                select (nodes[place], edge.Target),
                ignoreOrder: true);
        }
    }

    [Fact]
    public void What_few_have_comes_before_what_many_have_or_one_alone()
    {
        var builder = Builder(papers: 200, methods: 3);
        for (var paper = 1; paper <= 200; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 2, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 3, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Concept, 3, 1);
        var graph = builder.Build(default);

        var found = NeighborhoodSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), [0], maxHops: 2, maxNodes: 6);

        found.Nodes.Select(drawn => $"{graph.Nodes.KindOf(drawn.Node)} {graph.Nodes.IdOf(drawn.Node)}")
            .Take(4).ShouldBe(["Paper 1", "Concept 2", "Paper 2", "Paper 3"]);
        found.IsTruncated.ShouldBeTrue();
    }

    /// <summary>A hub is one of three things that a paper has: its two hundred papers leave room for what the others lead to.</summary>
    [Fact]
    public void A_hub_does_not_fill_the_drawing()
    {
        var builder = Builder(papers: 230, methods: 2);
        for (var paper = 1; paper <= 200; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Concept, 2, 1);
        for (var paper = 201; paper <= 230; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 2, 0.1f);
        var graph = builder.Build(default);

        var found = NeighborhoodSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), [0], maxHops: 2, maxNodes: 60);

        graph.Nodes.TryFind(NodeKind.Concept, 1, out var hub);
        var drawn = found.Nodes.Single(node => node.Node == hub);
        drawn.Hidden.ShouldBeGreaterThanOrEqualTo(200 - 16);
        found.IsTruncated.ShouldBeTrue();
        found.Nodes.Count(node => graph.Nodes.IdOf(node.Node) > 200).ShouldBe(14);
    }

    /// <summary>Paper 1 has ten rare methods, paper 2 nothing but what a hundred have.</summary>
    [Theory]
    [InlineData(8, 3, 3)]
    [InlineData(9, 4, 3)]
    [InlineData(40, 10, 10)]
    public void Places_are_shared_among_the_nodes_that_are_asked_for(int maxNodes, int ofFirst, int ofSecond)
    {
        var builder = Builder(papers: 120, methods: 11);
        for (var method = 1; method <= 10; method++) builder.Add(NodeKind.Paper, 1, NodeKind.Concept, method, 1);
        for (var paper = 2; paper <= 101; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 11, 1);
        var graph = builder.Build(default);

        var found = NeighborhoodSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), [0, 1], maxHops: 2, maxNodes);

        var isOfFirst = found.Nodes.Skip(2)
            .ToLookup(node => graph.Nodes.KindOf(node.Node) == NodeKind.Concept && graph.Nodes.IdOf(node.Node) <= 10);
        (isOfFirst[true].Count(), isOfFirst[false].Count()).ShouldBe((ofFirst, ofSecond));
        found.IsTruncated.ShouldBeTrue();
    }

    private static Dictionary<int, int> Reach(GraphSnapshot graph, HopFilter filter, List<int> seeds, int maxHops)
    {
        var reach = seeds.ToDictionary(seed => seed, _ => 0);
        for (var hop = 1; hop <= maxHops; hop++)
        {
            foreach (var node in reach.Keys.ToList())
            {
                foreach (var edge in graph.EdgesOf(node))
                {
                    if (filter.Allows(node, edge) && filter.Allows(edge.Target)) reach.TryAdd(edge.Target, hop);
                }
            }
        }
        return reach;
    }

    /// <summary>How many of the edges that are drawn lead from the nearest seed to each node, searched in breadth.</summary>
    private static IEnumerable<int> DistancesAlong(Neighborhood found, int seeds)
    {
        var neighbours = found.Edges
            .SelectMany(edge => new[] { (One: edge.From, Other: edge.To), (One: edge.To, Other: edge.From) })
            .ToLookup(pair => pair.One, pair => pair.Other);
        var distances = Enumerable.Range(0, seeds).ToDictionary(seed => seed, _ => 0);
        var waiting = new Queue<int>(distances.Keys);
        while (waiting.TryDequeue(out var place))
        {
            foreach (var other in neighbours[place])
                if (distances.TryAdd(other, distances[place] + 1)) waiting.Enqueue(other);
        }
        return found.Nodes.Select((_, place) => distances[place]);
    }

    private static WorkLimit Limit() => new(int.MaxValue / 2, CancellationToken.None);

    private static GraphSnapshotBuilder Builder(int papers, int methods) => new(NodeTable.Create(
        new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [.. Enumerable.Range(1, papers).Select(id => (long)id)],
            [EdgeKind.Method] = [.. Enumerable.Range(1, methods).Select(id => (long)id)],
        }));
}
