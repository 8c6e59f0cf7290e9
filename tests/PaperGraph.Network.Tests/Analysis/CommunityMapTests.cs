using PaperGraph.Model;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

public sealed class CommunityMapTests
{
    /// <summary>Papers 1 to 3 have the concepts 1 and 9, papers 4 to 7 the concepts 2 and 9, and paper 8 has nothing.</summary>
    private static GraphSnapshot Snapshot()
    {
        var builder = new GraphSnapshotBuilder(NodeTable.Create(new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [1, 2, 3, 4, 5, 6, 7, 8],
            [EdgeKind.Method] = [1, 2, 9],
            [EdgeKind.Author] = [1],
        }));
        for (var paper = 1; paper <= 7; paper++)
        {
            builder.Add(NodeKind.Paper, paper, NodeKind.Concept, paper <= 3 ? 1 : 2, 1);
            builder.Add(NodeKind.Paper, paper, NodeKind.Concept, 9, 0.5f);
        }
        builder.Add(NodeKind.Paper, 1, NodeKind.Author, 1, 1);
        return builder.Build(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void A_concept_that_all_papers_have_ties_none_of_them()
    {
        var snapshot = Snapshot();
        var graph = AnalysisGraph.From(snapshot);

        graph.Degree(Node(snapshot, NodeKind.Concept, 1)).ShouldBe(3);
        graph.Weights(Node(snapshot, NodeKind.Concept, 9)).ToArray().ShouldAllBe(weight => weight < 0.05f);
        graph.Weights(Node(snapshot, NodeKind.Concept, 1)).ToArray().ShouldAllBe(weight => weight > 0.3f);
        graph.Weights(Node(snapshot, NodeKind.Author, 1)).ToArray().ShouldBe([0.3f]);
    }

    [Fact]
    public void Communities_are_told_of_by_their_papers_and_concepts()
    {
        var snapshot = Snapshot();
        var graph = AnalysisGraph.From(snapshot);
        var found = Leiden.Find(graph, new LeidenOptions());

        var map = CommunityMap.Create(snapshot, graph, found.Communities, found.Count);

        map.Accounts.Count.ShouldBe(2);
        map.Communities[Node(snapshot, NodeKind.Paper, 4)].ShouldBe(0, "the largest comes first");
        map.Communities[Node(snapshot, NodeKind.Paper, 1)].ShouldBe(1);
        map.Communities[Node(snapshot, NodeKind.Paper, 8)].ShouldBe(-1, "a paper alone is no community");
        map.Accounts[1].Sizes[NodeKind.Paper].ShouldBe(3);
        map.Accounts[1].Sizes[NodeKind.Author].ShouldBe(1);
        map.Accounts[1].Concepts[0].ShouldBe(
            new TellingConcept(Node(snapshot, NodeKind.Concept, 1), map.Accounts[1].Concepts[0].Score, 3));
        var tie = map.Accounts[1].Ties.ShouldHaveSingleItem();
        (tie.Other, tie.EdgeCount).ShouldBe((0, 3));
        tie.Concepts.ShouldBe([Node(snapshot, NodeKind.Concept, 9)]);
        tie.Weight.ShouldBe(map.Accounts[0].Ties.Single().Weight, 1e-6);
    }

    [Theory]
    [InlineData("Video Generation, Diffusion Models", "Video Generation", "Video Generation Model", "Diffusion Models", "diffusion model")]
    [InlineData("A, B, C", "A", "B", "C", "D")]
    [InlineData("GPT-4", "GPT-4")]
    public void A_community_is_named_by_three_concepts_that_say_different_things(string name, params string[] concepts) =>
        CommunityNaming.Create(concepts.Select(concept => (concept, ConceptKind.Method)))!
            .ShouldBe(name);

    [Fact]
    public void Metrics_come_last_in_names_and_without_concepts_there_is_none()
    {
        CommunityNaming.Create([("Accuracy", ConceptKind.Metric), ("CLIP", ConceptKind.Model)]).ShouldBe("CLIP, Accuracy");
        CommunityNaming.Create([]).ShouldBeNull();
    }

    [Fact]
    public void A_community_succeeds_the_one_of_which_more_than_half_is_in_it()
    {
        (long, int)[] papers = [(7, 0), (7, 0), (7, 0), (7, 1), (8, 1), (8, 2), (9, 3)];

        CommunitySuccession.Match(papers).Select(pair => $"{pair.Key} is {pair.Value}").Order().ShouldBe(["0 is 7", "3 is 9"]);
    }

    private static int Node(GraphSnapshot snapshot, NodeKind kind, long id) =>
        snapshot.Nodes.TryFind(kind, id, out var node) ? node : throw new InvalidOperationException($"There is no {kind} {id}.");
}
