using PaperGraph.Model;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Tests.Paths;

public sealed class PathSearchTests
{
    private const int Unlimited = int.MaxValue / 2;

    [Fact]
    public void The_cheapest_paths_are_those_of_a_search_through_all_of_1000_small_graphs()
    {
        var random = new Random(20_261);
        var found = 0;
        for (var round = 0; round < 1_000; round++)
        {
            var graph = RandomGraph.Create(random, random.Next(8, 23));
            var filter = RandomGraph.CreateFilter(random, graph);
            var (source, target) = (random.Next(graph.NodeCount), random.Next(graph.NodeCount));
            var (maxHops, maxPaths) = (random.Next(1, 7), random.Next(1, 21));

            var paths = PathSearch.Find(graph, filter, Limit(), source, target, maxHops, maxPaths);

            var all = AllPaths(graph, filter, source, target, maxHops);
            paths.IsTruncated.ShouldBeFalse();
            paths.Paths.Select(path => path.Cost).ShouldBe(all.Select(path => path.Cost).Order().Take(maxPaths), $"round {round}");
            // Of paths that cost the same either may be told, but each once, and none that is not there.
            var known = all.Select(Text).ToHashSet();
            paths.Paths.Select(Text).ShouldBeUnique();
            paths.Paths.ShouldAllBe(path => known.Contains(Text(path)));
            found += paths.Paths.Count;
        }
        found.ShouldBeGreaterThan(1_500);
    }

    /// <summary>Two papers use what a thousand others use too; two others extend what few do.</summary>
    [Fact]
    public void A_path_through_what_few_have_is_better_than_a_shorter_one_through_a_hub()
    {
        var builder = Builder(papers: 1_003, methods: 3);
        for (var paper = 1; paper <= 1_000; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 1_001, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 1_001, NodeKind.Concept, 3, 1);
        builder.Add(NodeKind.Paper, 2, NodeKind.Concept, 3, 1);
        var graph = builder.Build(default);

        var paths = PathSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), 0, 1, maxHops: 4, maxPaths: 2).Paths;

        paths.Select(path => path.Nodes.Count - 1).ShouldBe([4, 2]);
        paths[0].Weight.ShouldBeGreaterThan(paths[1].Weight);
    }

    /// <summary>Two papers share what four of ten have; and two methods of twenty papers each join them over a third paper.</summary>
    [Fact]
    public void A_path_through_what_a_large_share_of_papers_have_is_worse_than_by_its_degree_alone()
    {
        var builder = Builder(papers: 1_000, methods: 3);
        for (var paper = 1; paper <= 400; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        foreach (var (first, method) in new[] { (1L, 2), (2L, 3) })
        {
            builder.Add(NodeKind.Paper, first, NodeKind.Concept, method, 1);
            builder.Add(NodeKind.Paper, 1_000, NodeKind.Concept, method, 1);
            for (var paper = 0; paper < 18; paper++) builder.Add(NodeKind.Paper, 500 + 20 * method + paper, NodeKind.Concept, method, 1);
        }
        var graph = builder.Build(default);

        var paths = PathSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), 0, 1, maxHops: 4, maxPaths: 2).Paths;

        paths.Select(path => path.Nodes.Count - 1).ShouldBe([4, 2]);
    }

    /// <summary>All papers have one method, and each some of the others: the first is general, and a few of the others may be.</summary>
    [Fact]
    public void The_cheapest_paths_are_those_of_a_search_through_all_where_concepts_are_general()
    {
        var random = new Random(4);
        for (var round = 0; round < 20; round++)
        {
            var builder = Builder(papers: 60, methods: 8);
            for (var paper = 1; paper <= 60; paper++)
            {
                builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, (float)random.NextDouble());
                builder.Add(NodeKind.Paper, paper, NodeKind.Concept, random.Next(2, 9), (float)random.NextDouble());
                builder.Add(NodeKind.Paper, paper, NodeKind.Concept, random.Next(2, 9), (float)random.NextDouble());
            }
            var graph = builder.Build(default);
            var filter = new HopFilter(graph.Nodes);

            var paths = PathSearch.Find(graph, filter, Limit(), 0, 1, maxHops: 4, maxPaths: 20).Paths;

            paths.Select(path => path.Cost).ShouldBe(AllPaths(graph, filter, 0, 1, 4).Select(path => path.Cost).Order().Take(20));
        }
    }

    /// <summary>
    /// 200,000 papers each, every one of which has an author that the next has too: paths of six hops without end. The limit is
    /// that of a request.
    /// </summary>
    [Fact]
    public void Between_two_hubs_a_search_ends_at_its_limit_and_takes_no_more_memory_than_it_may()
    {
        const int Each = 200_000;
        var graph = TwoHubs(Each);
        graph.Nodes.TryFind(NodeKind.Concept, 1, out var source);
        graph.Nodes.TryFind(NodeKind.Concept, 2, out var target);
        graph.Nodes.TryFind(NodeKind.Author, 3 * Each / 2, out var author);

        var (paths, bytes) = Measure(() => Find(graph, source, target));

        paths.IsTruncated.ShouldBeTrue();
        bytes.ShouldBeLessThan(80_000_000);

        // From a hub to what is none the search remembers no more than the neighbours that lead there.
        (paths, bytes) = Measure(() => Find(graph, target, author));
        paths.Paths.Select(path => path.Nodes.Count - 1).ShouldBe([2, 2, 4, 4, 6, 6]);
        paths.IsTruncated.ShouldBeFalse();
        bytes.ShouldBeLessThan(1_000_000);

        static PathSearchResult Find(GraphSnapshot graph, int source, int target) => PathSearch.Find(
            graph, new HopFilter(graph.Nodes), new WorkLimit(2_000_000, CancellationToken.None), source, target, maxHops: 6, maxPaths: 20);
    }

    /// <summary>From a hub the neighbours are looked at in another way than from other nodes: the paths are the same.</summary>
    [Fact]
    public void The_cheapest_paths_from_a_hub_are_those_of_a_search_through_all()
    {
        var random = new Random(20_262);
        for (var round = 0; round < 40; round++)
        {
            const int Papers = 1_500;
            var builder = Builder(Papers, methods: 40, authors: 40);
            for (var paper = 1; paper <= Papers; paper++)
            {
                if (random.Next(9) > 0) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, (float)random.NextDouble());
                for (var edges = random.Next(3); edges > 0; edges--)
                    builder.Add(NodeKind.Paper, paper, NodeKind.Concept, random.Next(2, 41), (float)random.NextDouble());
                if (random.Next(20) == 0) builder.Add(NodeKind.Paper, paper, NodeKind.Author, random.Next(1, 41), 1);
            }
            var graph = builder.Build(default);
            var filter = new HopFilter(
                graph.Nodes,
                papers: random.Next(3) > 0 ? null : Enumerable.Range(1, Papers).Where(_ => random.Next(2) == 0).Select(id => (long)id));
            graph.Nodes.TryFind(NodeKind.Concept, 1, out var hub);
            var other = random.Next(4) == 0 ? random.Next(Papers) : graph.NodeCount - 1 - random.Next(79);
            var maxHops = random.Next(1, 4);

            var paths = PathSearch.Find(graph, filter, Limit(), hub, other, maxHops, maxPaths: 20);

            paths.IsTruncated.ShouldBeFalse();
            paths.Paths.Select(path => path.Cost).ShouldBe(
                AllPaths(graph, filter, other, hub, maxHops).Select(path => path.Cost).Order().Take(20), $"round {round}");
            paths.Paths.ShouldAllBe(path => path.Nodes[0] == hub && path.Nodes[path.Nodes.Count - 1] == other);
        }
    }

    [Fact]
    public void A_search_that_nobody_waits_for_ends()
    {
        var builder = Builder(papers: 10_000, methods: 1);
        for (var paper = 1; paper <= 10_000; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        var graph = builder.Build(default);

        Should.Throw<OperationCanceledException>(() => PathSearch.Find(
            graph, new HopFilter(graph.Nodes), new WorkLimit(Unlimited, new CancellationToken(canceled: true)), 0, 1, 4, 5));
    }

    [Fact]
    public void From_a_node_to_itself_there_is_no_hop()
    {
        var graph = Builder(papers: 2, methods: 1).Build(default);

        PathSearch.Find(graph, new HopFilter(graph.Nodes), Limit(), 1, 1, 4, 5).Paths.Single().Nodes.ShouldBe([1]);
    }

    /// <summary>Concepts 1 and 2 with so many papers each, and authors of two papers each, of which one joins the two.</summary>
    private static GraphSnapshot TwoHubs(int each)
    {
        var builder = Builder(papers: 2 * each, methods: 2, authors: 2 * each);
        for (var paper = 1; paper <= 2 * each; paper++)
        {
            builder.Add(NodeKind.Paper, paper, NodeKind.Concept, paper <= each ? 1 : 2, 1);
            builder.Add(NodeKind.Paper, paper, NodeKind.Author, paper, 1);
            if (paper < 2 * each) builder.Add(NodeKind.Paper, paper + 1, NodeKind.Author, paper, 1);
        }
        return builder.Build(default);
    }

    private static (PathSearchResult Paths, long Bytes) Measure(Func<PathSearchResult> find)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var paths = find();
        return (paths, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static WorkLimit Limit() => new(Unlimited, CancellationToken.None);

    private static GraphSnapshotBuilder Builder(int papers, int methods, int authors = 0) => new(NodeTable.Create(
        new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [.. Enumerable.Range(1, papers).Select(id => (long)id)],
            [EdgeKind.Method] = [.. Enumerable.Range(1, methods).Select(id => (long)id)],
            [EdgeKind.Author] = [.. Enumerable.Range(1, authors).Select(id => (long)id)],
        }));

    private static string Text(GraphPath path) => string.Join(' ', path.Nodes);

    private static List<GraphPath> AllPaths(GraphSnapshot graph, HopFilter filter, int source, int target, int maxHops)
    {
        var all = new List<GraphPath>();
        if (source == target) return [new GraphPath([source], 0)];
        GoOn([source], 0);
        return all;

        void GoOn(List<int> nodes, int cost)
        {
            if (nodes.Count > maxHops) return;
            foreach (var edge in graph.EdgesOf(nodes[^1]).ToArray())
            {
                if (nodes.Contains(edge.Target) || !filter.Allows(nodes[^1], edge)) continue;
                var along = cost + HopCosts.Along(edge);
                if (edge.Target == target) all.Add(new GraphPath([.. nodes, target], along));
                else if (filter.Allows(edge.Target))
                    GoOn([.. nodes, edge.Target], along + graph.CostThrough(edge.Target));
            }
        }
    }
}
