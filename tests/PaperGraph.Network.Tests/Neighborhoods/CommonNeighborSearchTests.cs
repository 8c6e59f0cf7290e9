using PaperGraph.Network.Neighborhoods;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Tests.Neighborhoods;

public sealed class CommonNeighborSearchTests
{
    [Fact]
    public void What_two_or_more_have_is_found_with_who_has_it_and_the_telling_first()
    {
        var random = new Random(20_263);
        for (var round = 0; round < 300; round++)
        {
            var graph = RandomGraph.Create(random, random.Next(6, 60));
            var filter = RandomGraph.CreateFilter(random, graph);
            var nodes = Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(graph.NodeCount)).Distinct().ToList();

            var (found, isTruncated) = CommonNeighborSearch.Find(
                graph, filter, new WorkLimit(int.MaxValue / 2, CancellationToken.None), nodes, max: 1_000);

            isTruncated.ShouldBeFalse();
            found.Select(common => (common.Node, string.Join(' ', common.Edges.Select(edge => edge.From)))).ShouldBe(
                from other in Enumerable.Range(0, graph.NodeCount)
                where filter.Allows(other)
                let having = nodes.Where(node => graph.TryFindEdge(node, other, out _) && filter.Allows(node, other)).ToList()
                where having.Count > 1
                select (other, string.Join(' ', having)),
                ignoreOrder: true);
            found.Select(common => common.Specificity * (common.Edges.Count - 1)).ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Fact]
    public void No_more_are_told_than_are_wanted()
    {
        var random = new Random(3);
        var graph = RandomGraph.Create(random, 60);
        var all = Find(1_000).Found;

        all.Count.ShouldBeGreaterThan(3);
        Find(3).Found.Select(common => common.Node).ShouldBe(all.Take(3).Select(common => common.Node));
        Find(3).IsTruncated.ShouldBeTrue();

        (IReadOnlyList<CommonNeighbor> Found, bool IsTruncated) Find(int max) => CommonNeighborSearch.Find(
            graph,
            new HopFilter(graph.Nodes),
            new WorkLimit(int.MaxValue / 2, CancellationToken.None),
            [.. Enumerable.Range(0, 20)],
            max);
    }
}
