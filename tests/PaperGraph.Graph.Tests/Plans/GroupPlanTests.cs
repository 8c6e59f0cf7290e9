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
    public async Task A_trend_reads_the_edges_of_its_days_and_no_paper(string kind, string edges)
    {
        var (_, plans) = await graph.ExplainAsync($"{{ trending(kind: {kind}, days: 7) {{ key now before }} }}");

        var nodes = plans.SelectMany(plan => plan.All).ToList();
        var read = nodes.Where(node => node.Relation == edges).ShouldHaveSingleItem();
        (read.Type, read.Loops).ShouldBe(("Index Only Scan", 1));
        read.Condition!.ShouldContain("published_order");
        nodes.Where(node => node.Relation == "papers").Sum(node => node.Rows * node.Loops).ShouldBeLessThanOrEqualTo(1);
    }

    /// <summary>Of some papers, their edges are looked up, and not all edges read.</summary>
    [Theory]
    [InlineData("CONCEPT", "paper_concepts")]
    [InlineData("ORGANIZATION", "paper_organizations")]
    [InlineData("REPOSITORY", "paper_repositories")]
    public async Task A_trend_looks_up_what_the_papers_of_a_filter_have(string kind, string edges)
    {
        var (_, plans) = await graph.ExplainAsync(
            $"{{ trending(kind: {kind}, days: 7, where: {{ minUpvotes: 1 }}) {{ key now before }} }}");

        plans.SelectMany(plan => plan.All).Where(node => node.Relation == edges).ShouldNotBeEmpty();
        plans.SelectMany(plan => plan.All).Where(node => node.Type == "Seq Scan").ShouldNotContain(node => node.Relation == edges);
    }

    /// <summary>With an empty list of more conditions, which says the same, papers are counted.</summary>
    [Theory]
    [InlineData("CONCEPT", 90)]
    [InlineData("TOPIC", 90)]
    [InlineData("ORGANIZATION", 90)]
    [InlineData("REPOSITORY", 365)]
    [InlineData("PAPER", 30)]
    public async Task A_trend_is_that_of_its_papers(string kind, int days)
    {
        const string Fields = "{ key now before score }";
        var (read, _) = await graph.ExplainAsync($"{{ trending(kind: {kind}, days: {days}, first: 100) {Fields} }}");
        var (counted, _) = await graph.ExplainAsync(
            $"{{ trending(kind: {kind}, days: {days}, first: 100, where: {{ and: [] }}) {Fields} }}");

        read.ToString().ShouldBe(counted.ToString());
        read.ToString().ShouldContain("\"now\":");
    }

    [Theory]
    [InlineData("concepts(first: 3) { nodes { related(first: 10) { edges { expected score node { name } } } } }")]
    [InlineData("organizations(first: 3) { nodes { concepts(first: 10) { edges { expected score node { name } } } } }")]
    public async Task What_is_met_by_chance_is_reckoned_without_counting_all_papers(string query)
    {
        var (_, plans) = await graph.ExplainAsync($"{{ {query} }}");

        plans.SelectMany(plan => plan.All).Where(node => node.Relation == "papers").Sum(node => node.Rows * node.Loops).ShouldBe(0);
    }
}
