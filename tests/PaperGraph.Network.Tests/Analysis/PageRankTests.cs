using System.ComponentModel.DataAnnotations;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

public sealed class PageRankTests
{
    private static readonly PageRankOptions Exact = new() { Tolerance = 1e-13, MaxIterations = 2_000 };

    [Fact]
    public void Ranks_of_the_karate_club_are_those_that_are_known()
    {
        var ranks = PageRank.Compute(KarateClub.Graph, Exact).Ranks;

        // As of networkx and igraph.
        ranks[33].ShouldBe(0.100919, 1e-6);
        ranks[0].ShouldBe(0.096997, 1e-6);
        ranks[32].ShouldBe(0.071693, 1e-6);
        ranks[2].ShouldBe(0.057079, 1e-6);
        ranks[11].ShouldBe(0.009565, 1e-6);
    }

    [Fact]
    public void A_walk_follows_edges_by_their_weights()
    {
        var path = WeightedGraph.Create(3, [(0, 1, 3), (1, 2, 1)]);

        var ranks = PageRank.Compute(path, new PageRankOptions { Damping = 0.5, Tolerance = 1e-14 }).Ranks;

        // r1 = 1/6 + (r0 + r2)/2, r0 = 1/6 + 3/8 r1, r2 = 1/6 + 1/8 r1
        ranks[1].ShouldBe(4 / 9.0, 1e-12);
        ranks[0].ShouldBe(1 / 3.0, 1e-12);
        ranks[2].ShouldBe(2 / 9.0, 1e-12);
    }

    [Fact]
    public void A_node_without_edges_passes_its_rank_to_all()
    {
        var graph = WeightedGraph.Create(3, [(0, 1, 1)]);

        var ranks = PageRank.Compute(graph, Exact).Ranks;

        // r = 0.05 + 0.85 r/3
        ranks[2].ShouldBe(0.05 / (1 - 0.85 / 3), 1e-12);
        ranks[0].ShouldBe(ranks[1], 1e-12);
        ranks.Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Walks_that_begin_at_some_nodes_alone_do_not_rank_one_by_how_many_leaves_it_has()
    {
        // Two nodes that are tied, of which the first has three leaves and the second one; what ties each to its leaves weighs the same.
        var graph = WeightedGraph.Create(6, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1), (1, 5, 3)]);

        var ranks = PageRank.Compute(graph, Exact, ..2).Ranks;

        ranks[0].ShouldBe(ranks[1], 1e-12);
        ranks.Sum().ShouldBe(1, 1e-12);
        PageRank.Compute(graph, Exact).Ranks[0].ShouldBeGreaterThan(ranks[0]);
    }

    [Fact]
    public void A_graph_without_nodes_has_no_ranks() => PageRank.Compute(WeightedGraph.Create(0, []), Exact).Ranks.ShouldBeEmpty();

    [Fact]
    public void Iterations_end_where_they_were_told_to()
    {
        var few = PageRank.Compute(KarateClub.Graph, new PageRankOptions { MaxIterations = 3 });
        (few.Iterations, few.HasConverged).ShouldBe((3, false));

        PageRank.Compute(KarateClub.Graph, new PageRankOptions { Tolerance = 0.01 }).Iterations
            .ShouldBeLessThan(PageRank.Compute(KarateClub.Graph, new PageRankOptions()).Iterations);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused() => Should.Throw<ValidationException>(
        () => PageRank.Compute(KarateClub.Graph, new PageRankOptions { Damping = 1 })).Message.ShouldContain("Damping");

    [Fact]
    public void Ranks_are_positive_and_add_up_to_1() => Prop.ForAll(RandomGraph.Any, random =>
    {
        var ranks = PageRank.Compute(random.Graph, new PageRankOptions()).Ranks;
        ranks.Sum().ShouldBe(1, 1e-9);
        ranks.Min().ShouldBeGreaterThan(0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranks_do_not_depend_on_how_nodes_are_numbered() => Prop.ForAll(RandomGraph.Any, random =>
    {
        int[] names = [.. Enumerable.Range(0, random.NodeCount)];
        new Random(random.Edges.Count).Shuffle(names);

        var ranks = PageRank.Compute(random.Graph, Exact).Ranks;
        var relabeled = PageRank.Compute(random.Relabel(names).Graph, Exact).Ranks;

        for (var node = 0; node < names.Length; node++) relabeled[names[node]].ShouldBe(ranks[node], 1e-10);
    }).QuickCheckThrowOnFailure();
}
