using PaperGraph.Model;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Network.Tests.Analysis;

public sealed class CommunityThemesTests
{
    [Fact]
    public void What_one_concept_holds_together_stays()
    {
        var (communities, count) = Divide([1, 1, 1, 2, 2]);

        count.ShouldBe(1);
        communities.ShouldAllBe(community => community == 0);
    }

    [Fact]
    public void A_mixture_becomes_the_communities_that_it_is_made_of()
    {
        var (communities, _) = Divide([1, 1, 1, 2, 2, 2, 3, 3, 3]);

        foreach (var first in (int[])[0, 3, 6]) communities[first..(first + 3)].Distinct().ShouldHaveSingleItem();
        communities[..9].Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Papers_without_a_theme_are_alone()
    {
        var (communities, _) = Divide([1, 1, 2, 2, 3, 3]);

        communities[..6].GroupBy(community => community).ShouldAllBe(papers => papers.Count() < CommunityMap.MinPapers);
    }

    [Fact]
    public void What_many_other_papers_have_too_is_no_theme()
    {
        int[] concepts = [.. Enumerable.Repeat(1, 20)];

        Divide(concepts, inOne: 5).Communities[..5].Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Of_many_papers_a_smaller_share_is_enough()
    {
        int[] Papers(int ofTheme) => [.. Enumerable.Range(0, 100).Select(paper => paper < ofTheme ? 1 : 2 + paper / 2)];

        Divide(Papers(12)).Communities[..100].Distinct().ShouldHaveSingleItem();
        Divide(Papers(11)).Communities[..100].Distinct().Count().ShouldBeGreaterThan(1);
    }

    /// <param name="concepts">The concept of each paper; all have one organization.</param>
    /// <param name="inOne">So many papers are in one community; all where it is left out.</param>
    private static (int[] Communities, int Count) Divide(int[] concepts, int? inOne = null)
    {
        const int Shared = 1_000;
        var builder = new GraphSnapshotBuilder(NodeTable.Create(new Dictionary<EdgeKind, List<long>>
        {
            [EdgeKind.Related] = [.. Enumerable.Range(1, concepts.Length)],
            [EdgeKind.Method] = [.. concepts.Distinct()],
            [EdgeKind.Organization] = [Shared],
        }));
        for (var paper = 0; paper < concepts.Length; paper++)
        {
            builder.Add(NodeKind.Paper, paper + 1, NodeKind.Concept, concepts[paper], 1);
            builder.Add(NodeKind.Paper, paper + 1, NodeKind.Organization, Shared, 1);
        }
        var snapshot = builder.Build(DateTimeOffset.UnixEpoch);
        int[] communities = [.. Enumerable.Range(0, snapshot.NodeCount).Select(node => node < (inOne ?? snapshot.NodeCount) ? 0 : 1)];
        var whole = new LeidenResult(communities, communities.Max() + 1, 0);
        return CommunityThemes.Divide(snapshot, AnalysisGraph.From(snapshot), whole, new LeidenOptions(), CancellationToken.None);
    }
}
