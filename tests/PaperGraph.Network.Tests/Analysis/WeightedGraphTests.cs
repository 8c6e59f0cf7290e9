using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

public sealed class WeightedGraphTests
{
    [Fact]
    public void An_edge_stands_in_the_rows_of_both_of_its_ends()
    {
        var graph = WeightedGraph.Create(3, [(2, 0, 1.5f), (0, 1, 2)]);

        (graph.NodeCount, graph.EdgeCount).ShouldBe((3, 2));
        graph.Neighbors(0).ToArray().ShouldBe([1, 2]);
        graph.Weights(0).ToArray().ShouldBe([2, 1.5f]);
        graph.Neighbors(2).ToArray().ShouldBe([0]);
        graph.Strength(0).ShouldBe(3.5);
        graph.Degree(1).ShouldBe(1);
    }

    [Fact]
    public void Edges_between_the_same_nodes_become_one()
    {
        var graph = WeightedGraph.Create(3, [(0, 1, 1), (1, 2, 1), (1, 0, 2)]);

        graph.EdgeCount.ShouldBe(2);
        graph.Neighbors(1).ToArray().ShouldBe([0, 2]);
        graph.Weights(1).ToArray().ShouldBe([3, 1]);
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, float.NaN)]
    public void An_edge_that_can_be_none_is_refused(int from, int to, float weight) =>
        Should.Throw<ArgumentException>(() => WeightedGraph.Create(3, [(from, to, weight)]));
}
