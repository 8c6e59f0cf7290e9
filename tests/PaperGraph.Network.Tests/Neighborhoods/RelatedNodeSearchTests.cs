using PaperGraph.Model;
using PaperGraph.Network.Neighborhoods;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Tests.Neighborhoods;

public sealed class RelatedNodeSearchTests
{
    /// <summary>Author 1 and author 2 write of what nobody else does; author 3 of what all do.</summary>
    [Fact]
    public void Who_writes_of_the_same_is_the_closer_the_fewer_do()
    {
        var builder = new GraphSnapshotBuilder(NodeTable.Create(new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [.. Enumerable.Range(1, 30).Select(id => (long)id)],
            [EdgeKind.Method] = [1, 2],
            [EdgeKind.Author] = [1, 2, 3],
        }));
        for (var paper = 1; paper <= 30; paper++) builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 1, 1);
        for (var author = 1; author <= 3; author++) builder.Add(NodeKind.Paper, author, NodeKind.Author, author, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Concept, 2, 1);
        builder.Add(NodeKind.Paper, 2, NodeKind.Concept, 2, 1);
        var graph = builder.Build(default);
        graph.Nodes.TryFind(NodeKind.Author, 1, out var author1);

        var related = RelatedNodeSearch.Find(graph, Limit(), author1, max: 10);

        related.Select(node => graph.Nodes.IdOf(node.Node)).ShouldBe([2, 3]);
        related[0].Through.Select(graph.Nodes.IdOf).ShouldBe([2, 1]);
        related[1].Through.Select(graph.Nodes.IdOf).ShouldBe([1]);
        related[0].Score.ShouldBeGreaterThan(2 * related[1].Score);
    }

    [Fact]
    public void What_is_related_are_the_ends_of_all_paths_of_four_hops_and_their_weights_are_the_score()
    {
        var random = new Random(20_264);
        for (var round = 0; round < 200; round++)
        {
            var graph = RandomGraph.Create(random, random.Next(8, 40));
            var (first, count) = graph.Nodes.NumbersOf(NodeKind.Author).GetOffsetAndLength(graph.NodeCount);
            var author = first + random.Next(count);

            var related = RelatedNodeSearch.Find(graph, Limit(), author, max: 1_000);

            var scores = new SortedDictionary<int, double>();
            foreach (var (paper, middle, other, end) in
                from paper in Papers(author)
                from middle in graph.EdgesOf(paper).ToArray().Select(edge => edge.Target)
                where graph.Nodes.KindOf(middle) is not (NodeKind.Paper or NodeKind.Author)
                from other in Papers(middle)
                from end in graph.EdgesOf(other).ToArray().Select(edge => edge.Target)
                where end != author && graph.Nodes.KindOf(end) == NodeKind.Author
                select (paper, middle, other, end))
            {
                var cost = Along(author, paper) + Along(paper, middle) + Along(middle, other) + Along(other, end)
                    + new[] { paper, middle, other, end }.Sum(node => graph.CostThrough(node));
                scores[end] = scores.GetValueOrDefault(end) + HopCosts.WeightOf(cost);
            }
            related.OrderBy(node => node.Node).Select(node => node.Node).ShouldBe(scores.Keys);
            foreach (var node in related) node.Score.ShouldBe(scores[node.Node], 1e-9);
            related.Select(node => node.Score).ShouldBeInOrder(SortDirection.Descending);

            IEnumerable<int> Papers(int node) =>
                graph.EdgesOf(node).ToArray().Select(edge => edge.Target).Where(target => graph.Nodes.KindOf(target) == NodeKind.Paper);
            int Along(int node, int next)
            {
                graph.TryFindEdge(node, next, out var edge).ShouldBeTrue();
                return HopCosts.Along(edge);
            }
        }
    }

    private static WorkLimit Limit() => new(int.MaxValue / 2, CancellationToken.None);
}
