using PaperGraph.Model;

namespace PaperGraph.Network.Tests;

public sealed class HopCostsTests
{
    [Theory]
    [InlineData(1_000, 50)]
    [InlineData(1_000_000, 50_000)]
    [InlineData(60, 20)]
    public void A_concept_is_general_that_a_twentieth_of_all_papers_have_and_no_fewer_than_twenty(int papers, float degree) =>
        HopCosts.GeneralDegree(papers).ShouldBe(degree);

    [Theory]
    [InlineData(EdgeKind.Method, 50, 0)]
    [InlineData(EdgeKind.Method, 100, 0.52)]
    [InlineData(EdgeKind.Topic, 500, 1.727)]
    [InlineData(EdgeKind.Related, 500, 0)]
    public void A_general_node_costs_more_than_by_its_degree_unless_it_is_a_paper(EdgeKind kind, int degree, double more)
    {
        var general = HopCosts.Through(kind, degree, HopCosts.GeneralDegree(1_000));
        var other = HopCosts.Through(kind, degree, HopCosts.GeneralDegree(1_000_000));

        ((general - other) / 1024.0).ShouldBe(more, 0.002);
    }

    [Fact]
    public void Methods_lead_on_before_measures_and_those_before_topics_and_organizations_and_persons_last() =>
        new[] { EdgeKind.Method, EdgeKind.Metric, EdgeKind.Topic, EdgeKind.Author }
            .Select(kind => HopCosts.Through(kind, 10, HopCosts.GeneralDegree(1_000)))
            .ShouldBe([1178, 1544, 2411, 2598]);
}
