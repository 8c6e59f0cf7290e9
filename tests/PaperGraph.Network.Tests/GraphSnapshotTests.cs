using PaperGraph.Model;

namespace PaperGraph.Network.Tests;

public sealed class GraphSnapshotTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact]
    public void An_edge_stands_at_both_its_ends_with_its_kind_and_weight()
    {
        var nodes = Table((EdgeKind.Related, [30, 10]), (EdgeKind.Dataset, [7]), (EdgeKind.Method, [9]));
        var builder = new GraphSnapshotBuilder(nodes);
        builder.Add(NodeKind.Paper, 30, NodeKind.Concept, 7, 0.5f);
        builder.Add(NodeKind.Paper, 10, NodeKind.Paper, 30, 1);
        builder.Add(NodeKind.Paper, 30, NodeKind.Concept, 9, 0);
        var graph = builder.Build(AsOf);

        Edges(graph).ShouldBe(
        [
            "Paper 10 - Related 1.000 - Paper 30",
            "Paper 30 - Related 1.000 - Paper 10",
            "Paper 30 - Method 0.004 - Concept 9",
            "Paper 30 - Dataset 0.500 - Concept 7",
            "Concept 9 - Method 0.004 - Paper 30",
            "Concept 7 - Dataset 0.500 - Paper 30",
        ]);
        graph.EdgeCount.ShouldBe(3);
        graph.AsOf.ShouldBe(AsOf);
    }

    [Fact]
    public void Of_several_edges_between_two_nodes_the_strongest_is_kept()
    {
        var builder = new GraphSnapshotBuilder(Table((EdgeKind.Related, [1, 2])));
        builder.Add(NodeKind.Paper, 1, NodeKind.Paper, 2, 0.2f);
        builder.Add(NodeKind.Paper, 2, NodeKind.Paper, 1, 1);
        builder.Add(NodeKind.Paper, 2, NodeKind.Paper, 1, 0.2f);

        Edges(builder.Build(AsOf)).ShouldBe(["Paper 1 - Related 1.000 - Paper 2", "Paper 2 - Related 1.000 - Paper 1"]);
    }

    [Fact]
    public void What_leads_to_no_node_or_back_to_itself_is_left_out()
    {
        var builder = new GraphSnapshotBuilder(Table((EdgeKind.Related, [1]), (EdgeKind.Author, [1])));
        builder.Add(NodeKind.Paper, 1, NodeKind.Author, 2, 1);
        builder.Add(NodeKind.Paper, 2, NodeKind.Author, 1, 1);
        builder.Add(NodeKind.Paper, 1, NodeKind.Paper, 1, 1);

        Edges(builder.Build(AsOf)).ShouldBeEmpty();
    }

    [Fact]
    public void What_no_paper_is_an_end_of_is_between_repository_and_owner()
    {
        var builder = new GraphSnapshotBuilder(Table((EdgeKind.Repository, [4]), (EdgeKind.Organization, [4])));
        builder.Add(NodeKind.Repository, 4, NodeKind.Organization, 4, 1);

        Edges(builder.Build(AsOf))
            .ShouldBe(["Organization 4 - Owner 1.000 - Repository 4", "Repository 4 - Owner 1.000 - Organization 4"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_000_000)]
    public void Edges_are_those_that_were_added_whatever_ids_there_are(long step)
    {
        var random = new Random(5);
        long[] papers = [.. Enumerable.Range(1, 300).Select(number => number * step)];
        long[] authors = [.. Enumerable.Range(1, 700).Select(number => number * step)];
        var builder = new GraphSnapshotBuilder(Table((EdgeKind.Related, papers), (EdgeKind.Author, authors)));
        var added = new HashSet<(long, long)>();
        // More than fit in a chunk.
        for (var edge = 0; edge < 200_000; edge++)
        {
            var (paper, author) = (papers[random.Next(300)], authors[random.Next(random.Next(1, 700))]);
            builder.Add(NodeKind.Paper, paper, NodeKind.Author, author, 1);
            added.Add((paper, author));
        }
        builder.Added.ShouldBe(200_000);
        var graph = builder.Build(AsOf);

        var found = new HashSet<(long, long)>();
        foreach (var paper in papers)
        {
            graph.Nodes.TryFind(NodeKind.Paper, paper, out var node).ShouldBeTrue();
            graph.EdgesOf(node).Length.ShouldBe(graph.DegreeOf(node));
            foreach (var edge in graph.EdgesOf(node)) found.Add((paper, graph.Nodes.IdOf(edge.Target))).ShouldBeTrue();
        }
        found.SetEquals(added).ShouldBeTrue();
        graph.EdgeCount.ShouldBe(added.Count);
    }

    [Fact]
    public void An_edge_to_an_organization_weighs_one_and_has_all_roles_that_were_added()
    {
        var builder = new GraphSnapshotBuilder(Table((EdgeKind.Related, [1]), (EdgeKind.Organization, [1, 2])));
        builder.Add(1, 1, OrganizationRole.Affiliated);
        builder.Add(1, 2, OrganizationRole.OwnsCode);
        builder.Add(1, 2, OrganizationRole.Submitted);
        var edges = builder.Build(AsOf).EdgesOf(0).ToArray();

        edges.ShouldAllBe(edge => edge.Weight == 1);
        edges.Select(edge => string.Join(' ', Enum.GetValues<OrganizationRole>().Where(edge.Has)))
            .ShouldBe(["Affiliated", "Submitted OwnsCode"]);
        new Edge(0, Edge.Full).Has(OrganizationRole.Submitted).ShouldBeFalse();
    }

    [Fact]
    public void A_node_that_is_not_there_is_not_found()
    {
        var nodes = Table((EdgeKind.Metric, [5]), (EdgeKind.Topic, [6]));

        nodes.TryFind(NodeKind.Concept, 6, out _).ShouldBeFalse();
        nodes.TryFind(NodeKind.Concept, 5 + (1L << 32), out _).ShouldBeFalse();
        nodes.TryFind(NodeKind.Concept, 5, out var node).ShouldBeTrue();
        nodes.KindOf(node).ShouldBe(NodeKind.Concept);
    }

    private static NodeTable Table(params (EdgeKind Kind, long[] Ids)[] nodes) =>
        NodeTable.Create(nodes.ToDictionary(node => node.Kind, node => node.Ids.ToList()));

    private static List<string> Edges(GraphSnapshot graph)
    {
        var lines = new List<string>();
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var edge in graph.EdgesOf(node))
                lines.Add(FormattableString.Invariant(
                    $"{Name(node)} - {graph.Nodes.EdgeKindOf(node, edge.Target)} {edge.Weight:F3} - {Name(edge.Target)}"));
        }
        return lines;
        string Name(int node) => $"{graph.Nodes.KindOf(node)} {graph.Nodes.IdOf(node)}";
    }
}
