using PaperGraph.Model;
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
                let having = nodes.Where(node => graph.TryFindEdge(node, other, out var edge) && filter.Allows(node, edge)).ToList()
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

    [Fact]
    public void Of_hubs_nothing_is_remembered_but_what_is_told()
    {
        const int Papers = 300_000;
        var builder = new GraphSnapshotBuilder(NodeTable.Create(new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [.. Enumerable.Range(1, Papers).Select(id => (long)id)],
            [EdgeKind.Topic] = [1, 2, 3],
        }));
        for (var paper = 1; paper <= Papers; paper++)
        {
            builder.Add(NodeKind.Paper, paper, NodeKind.Topic, 1, 1);
            builder.Add(NodeKind.Paper, paper, NodeKind.Topic, 2, 1);
            if (paper % 3 == 0) builder.Add(NodeKind.Paper, paper, NodeKind.Topic, 3, 1);
        }
        var graph = builder.Build(default);
        var work = new WorkLimit(1_000_000, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (found, isTruncated) = CommonNeighborSearch.Find(
            graph, new HopFilter(graph.Nodes), work, [Papers, Papers + 1, Papers + 2], max: 20);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
        isTruncated.ShouldBeTrue();
        work.IsMet.ShouldBeFalse();
        found.Select(common => common.Edges.Count).ShouldBe(Enumerable.Repeat(3, 20));
    }
}
