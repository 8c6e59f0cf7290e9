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
}
