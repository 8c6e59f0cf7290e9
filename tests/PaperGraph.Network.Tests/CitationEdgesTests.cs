using PaperGraph.Model;
using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Tests;

/// <summary>Edges between papers of which one cites the other, which may be related, too.</summary>
public sealed class CitationEdgesTests
{
    private static readonly GraphSnapshot Graph = Build();

    [Fact]
    public void An_edge_says_from_both_ends_which_paper_cites_the_other()
    {
        Told(1, 2).ShouldBe("CITATION cites, not related");
        Told(2, 1).ShouldBe("CITATION cited, not related");
        Told(2, 3).ShouldBe("CITATION cited, related");
        Told(3, 2).ShouldBe("CITATION cites, related");
        Told(3, 4).ShouldBe("RELATED neither, related");
        Told(4, 5).ShouldBe("CITATION cites, not related");
        Told(5, 4).ShouldBe("CITATION cites, not related");
    }

    [Theory]
    [InlineData(EdgeKind.Citation, "1 2 3")]
    [InlineData(EdgeKind.Related, "")]
    public void A_path_goes_along_the_edges_that_are_asked_for(EdgeKind kind, string path)
    {
        var filter = new HopFilter(Graph.Nodes, [kind]);
        var found = PathSearch.Find(Graph, filter, new WorkLimit(10_000, CancellationToken.None), Node(1), Node(3), 4, 1);

        string.Join(' ', found.Paths.SelectMany(one => one.Nodes.Select(Graph.Nodes.IdOf))).ShouldBe(path);
    }

    [Fact]
    public void What_is_related_beside_a_citation_is_gone_along_by_either()
    {
        Graph.TryFindEdge(Node(2), Node(3), out var edge);

        new HopFilter(Graph.Nodes, [EdgeKind.Related]).Allows(Node(2), edge).ShouldBeTrue();
        new HopFilter(Graph.Nodes, [EdgeKind.Citation]).Allows(Node(2), edge).ShouldBeTrue();
        new HopFilter(Graph.Nodes, [EdgeKind.Author]).Allows(Node(2), edge).ShouldBeFalse();
    }

    private static int Node(long paper)
    {
        Graph.Nodes.TryFind(NodeKind.Paper, paper, out var node).ShouldBeTrue();
        return node;
    }

    private static string Told(long paper, long other)
    {
        Graph.TryFindEdge(Node(paper), Node(other), out var found).ShouldBeTrue();
        var listed = Graph.EdgesOf(Node(paper)).ToArray().Single(edge => edge.Target == Node(other));
        listed.ShouldBe(found);
        var way = found.Cites ? "cites" : found.IsCitation ? "cited" : "neither";
        return $"{EnumName.For(Graph.Nodes.EdgeKindOf(Node(paper), found))} {way}, {(found.IsRelated ? "" : "not ")}related";
    }

    /// <summary>1 cites 2; 3 cites 2 and is related to it; 3 and 4 are related; 4 and 5 cite each other.</summary>
    private static GraphSnapshot Build()
    {
        var builder = new GraphSnapshotBuilder(NodeTable.Create(new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [1, 2, 3, 4, 5],
        }));
        builder.AddCitation(1, 2);
        builder.Add(NodeKind.Paper, 2, NodeKind.Paper, 3, 0.5f);
        builder.AddCitation(3, 2);
        builder.Add(NodeKind.Paper, 3, NodeKind.Paper, 2, 0.4f);
        builder.Add(NodeKind.Paper, 4, NodeKind.Paper, 3, 0.7f);
        builder.AddCitation(4, 5);
        builder.AddCitation(5, 4);
        return builder.Build(DateTimeOffset.UnixEpoch);
    }
}
