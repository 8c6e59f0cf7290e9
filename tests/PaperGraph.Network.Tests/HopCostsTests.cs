using PaperGraph.Model;

namespace PaperGraph.Network.Tests;

public sealed class HopCostsTests
{
    [Theory]
    [InlineData(10_000, 200)]
    [InlineData(1_000_000, 20_000)]
    [InlineData(60, 20)]
    public void A_concept_is_general_that_a_fiftieth_of_all_papers_have_and_no_fewer_than_twenty(int papers, float degree) =>
        HopCosts.GeneralDegree(papers).ShouldBe(degree);

    [Theory]
    [InlineData(EdgeKind.Method, 20, 0)]
    [InlineData(EdgeKind.Method, 100, 1.207)]
    [InlineData(EdgeKind.Topic, 500, 2.414)]
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
            .ShouldBe([1178, 1544, 2411, 3432]);

    [Fact]
    public void A_name_of_many_papers_leads_on_less_than_by_the_square_root_of_them_since_it_may_be_several_persons()
    {
        (OfAuthor(8) - OfAuthor(2)).ShouldBe(1024 * Math.Log(4), 1);

        static double OfAuthor(int papers) => HopCosts.Through(EdgeKind.Author, papers, HopCosts.GeneralDegree(1_000));
    }
}
