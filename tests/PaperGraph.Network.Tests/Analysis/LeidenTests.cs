using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

public sealed class LeidenTests
{
    /// <summary>Sums of weights are rounded to single precision where nodes are taken together.</summary>
    private const double Rounding = 1e-6;

    [Fact]
    public void The_karate_club_has_the_four_communities_of_the_greatest_modularity()
    {
        var found = Leiden.Find(KarateClub.Graph, new LeidenOptions());

        found.Modularity.ShouldBe(0.4198, 0.0001);
        found.Count.ShouldBe(4);
        Members(found).ShouldBe(
        [
            "8 9 14 15 18 20 22 26 29 30 32 33", "0 1 2 3 7 11 12 13 17 19 21", "23 24 25 27 28 31", "4 5 6 10 16",
        ]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_that_were_planted_are_found(int seed)
    {
        var found = Leiden.Find(RandomGraph.Planted(groups: 6, size: 20, seed).Graph, new LeidenOptions { Seed = seed });

        found.Communities.Chunk(20).Select(group => group.Distinct().Count()).ShouldAllBe(count => count == 1);
        found.Count.ShouldBe(6);
    }

    [Fact]
    public void Communities_are_more_and_smaller_at_a_greater_resolution()
    {
        // Cliques in a ring: at a resolution of 1 some of them are taken together, the more the more there are.
        var edges = new List<(int, int, float)>();
        for (var clique = 0; clique < 30; clique++)
        {
            for (var from = 0; from < 5; from++)
                for (var to = 0; to < from; to++) edges.Add((5 * clique + from, 5 * clique + to, 1));
            edges.Add((5 * clique, 5 * ((clique + 1) % 30) + 1, 1));
        }
        var ring = WeightedGraph.Create(150, edges);

        Leiden.Find(ring, new LeidenOptions()).Count.ShouldBeLessThan(30);
        Leiden.Find(ring, new LeidenOptions { Resolution = 3 }).Count.ShouldBe(30);
        Leiden.Find(ring, new LeidenOptions { Resolution = 0.001 }).Count.ShouldBe(1);
    }

    [Fact]
    public void Weights_decide_where_edges_do_not()
    {
        var square = WeightedGraph.Create(4, [(0, 1, 5), (1, 2, 1), (2, 3, 5), (3, 0, 1)]);

        Members(Leiden.Find(square, new LeidenOptions())).ShouldBe(["0 1", "2 3"]);
    }

    [Fact]
    public void Nodes_without_edges_are_communities_of_their_own()
    {
        var found = Leiden.Find(WeightedGraph.Create(4, [(1, 2, 1)]), new LeidenOptions());

        Members(found).ShouldBe(["1 2", "0", "3"]);
        Leiden.Find(WeightedGraph.Create(2, []), new LeidenOptions()).Modularity.ShouldBe(0);
    }

    [Fact]
    public void Modularity_never_falls_from_one_phase_to_the_next() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var graph = random.Graph;
        var phases = new List<double> { Modularity.Of(graph, [.. Enumerable.Range(0, graph.NodeCount)]) };
        var found = Leiden.Find(
            graph, new LeidenOptions(), communities => phases.Add(Modularity.Of(graph, communities)), CancellationToken.None);

        foreach (var (before, after) in phases.Zip([.. phases.Skip(1), found.Modularity]))
            after.ShouldBeGreaterThanOrEqualTo(before - Rounding);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_node_gains_by_moving_alone() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var graph = random.Graph;
        var found = Leiden.Find(graph, new LeidenOptions { MaxIterations = 1_000 });

        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var neighbor in graph.Neighbors(node))
            {
                int[] moved = [.. found.Communities];
                moved[node] = moved[neighbor];
                Modularity.Of(graph, moved).ShouldBeLessThanOrEqualTo(found.Modularity + Rounding);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_community_is_connected() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var graph = random.Graph;
        var found = Leiden.Find(graph, new LeidenOptions());

        int[] split = [.. found.Communities];
        Components.Split(graph, split).ShouldBe(found.Count);
        found.Communities.ToHashSet().Order().ShouldBe(Enumerable.Range(0, found.Count));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refined_sets_lie_within_communities_are_connected_and_better_than_nodes_alone() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var graph = random.Graph;
        int[] communities = [.. Enumerable.Range(0, graph.NodeCount).Select(node => node % 3)];
        var level = LevelGraph.From(graph);
        int[] sets = Refinement.Run(level, communities, 3, resolution: 1, new Random(1), CancellationToken.None);

        var count = Grouping.Renumber(sets);
        sets.Zip(communities).Distinct().Count().ShouldBe(count);
        int[] split = [.. sets];
        Components.Split(graph, split).ShouldBe(count);
        Modularity.Of(graph, sets).ShouldBeGreaterThanOrEqualTo(
            Modularity.Of(graph, [.. Enumerable.Range(0, graph.NodeCount)]) - Rounding);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_finds_the_same() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var options = new LeidenOptions { Seed = random.Edges.Count };
        Leiden.Find(random.Graph, options).Communities.ShouldBe(Leiden.Find(random.Graph, options).Communities);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_stops_when_it_is_cancelled() => Should.Throw<OperationCanceledException>(
        () => Leiden.Find(KarateClub.Graph, new LeidenOptions(), new CancellationToken(canceled: true)));

    /// <summary>The members of each community, the largest first.</summary>
    private static IEnumerable<string> Members(LeidenResult found) => found.Communities
        .Select((community, node) => (community, node))
        .GroupBy(member => member.community, member => member.node)
        .OrderBy(group => group.Key)
        .Select(group => string.Join(' ', group));
}
