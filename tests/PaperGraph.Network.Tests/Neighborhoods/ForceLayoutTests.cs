using PaperGraph.Network.Neighborhoods;

namespace PaperGraph.Network.Tests.Neighborhoods;

public sealed class ForceLayoutTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(500)]
    public void Every_node_has_a_place_of_its_own_in_the_square_and_the_same_each_time(int nodes)
    {
        var places = ForceLayout.Place(nodes, Star(nodes));

        places.Length.ShouldBe(nodes);
        places.ShouldAllBe(place => Math.Abs(place.X) <= 1 && Math.Abs(place.Y) <= 1);
        places.ShouldBeUnique();
        ForceLayout.Place(nodes, Star(nodes)).ShouldBe(places);
    }

    [Fact]
    public void What_is_joined_lies_together()
    {
        // Two clumps of ten.
        var edges = new List<(int, int)>();
        for (var node = 0; node < 20; node++)
            for (var other = node + 2; other < 20; other += 2) edges.Add((node, other));
        var places = ForceLayout.Place(20, edges);

        var together = Pairs().Where(pair => (pair.Node - pair.Other) % 2 == 0).Average(Distance);
        var apart = Pairs().Where(pair => (pair.Node - pair.Other) % 2 != 0).Average(Distance);
        apart.ShouldBeGreaterThan(1.5 * together);

        IEnumerable<(int Node, int Other)> Pairs() =>
            from node in Enumerable.Range(0, 20) from other in Enumerable.Range(0, node) select (node, other);
        double Distance((int Node, int Other) pair) =>
            Math.Sqrt(Math.Pow(places[pair.Node].X - places[pair.Other].X, 2) + Math.Pow(places[pair.Node].Y - places[pair.Other].Y, 2));
    }

    private static List<(int, int)> Star(int nodes) => [.. Enumerable.Range(1, Math.Max(0, nodes - 1)).Select(node => (0, node))];
}
