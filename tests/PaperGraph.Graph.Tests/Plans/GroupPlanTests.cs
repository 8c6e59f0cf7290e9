namespace PaperGraph.Graph.Tests.Plans;

/// <summary>What the statements of groups make is no more than is told.</summary>
public sealed class GroupPlanTests(PlannedGraph graph) : IClassFixture<PlannedGraph>
{
    [Fact]
    public async Task No_more_days_are_made_than_a_timeline_tells()
    {
        const int Last = 30;
        var (answer, plans) = await graph.ExplainAsync(
            $"{{ concepts(first: 50) {{ nodes {{ timeline(interval: DAY, last: {Last}) {{ key papers }} }} }} }}");
        var parents = answer.GetProperty("concepts").GetProperty("nodes").EnumerateArray().ToList();

        parents.ShouldAllBe(parent => parent.GetProperty("timeline").GetArrayLength() >= Last);
        plans.SelectMany(plan => plan.All).Where(node => node.Type == "Function Scan").Sum(node => node.Rows * node.Loops)
            .ShouldBeLessThanOrEqualTo(parents.Count * Last);
    }

    /// <summary>The value stands before the period in the index: without it all days of a topic would be passed.</summary>
    [Fact]
    public async Task Months_of_topics_are_looked_up_without_their_days()
    {
        var (_, plans) = await graph.ExplainAsync(
            "{ paperGroups(by: [PUBLISHED_MONTH, TOPIC_FIRST_LEVEL], having: { papers: { from: 1 } }) { rows { key papers } } }");

        plans.SelectMany(plan => plan.All).Where(node => node.Condition?.Contains("target_id", StringComparison.Ordinal) == true)
            .ShouldHaveSingleItem().Condition!.ShouldContain("value = ''");
    }

    [Theory]
    [InlineData("CONCEPT", "paper_concepts")]
    [InlineData("ORGANIZATION", "paper_organizations")]
    [InlineData("REPOSITORY", "paper_repositories")]
    public async Task A_trend_looks_up_what_the_papers_of_its_days_have(string kind, string edges)
    {
        var (_, plans) = await graph.ExplainAsync($"{{ trending(kind: {kind}, days: 7) {{ key now before }} }}");

        plans.SelectMany(plan => plan.All).Where(node => node.Relation == edges).ShouldNotBeEmpty();
        plans.SelectMany(plan => plan.All).Where(node => node.Type == "Seq Scan").ShouldNotContain(node => node.Relation == edges);
    }
}
