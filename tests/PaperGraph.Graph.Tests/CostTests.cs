namespace PaperGraph.Graph.Tests;

/// <summary>What queries cost: statements, and round trips to the database, whatever the number of parents.</summary>
public sealed class CostTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("{ __typename }", 0, 0)]
    [InlineData("{ papers { nodes { title } } }", 1, 1)]
    [InlineData("{ papers { totalCount } }", 1, 1)]
    [InlineData("{ papers { totalCount nodes { title } } }", 1, 2)]
    [InlineData("{ papers(where: { concepts: { all: [\"GRPO\", \"PPO\"] } }) { totalCount nodes { title } } }", 1, 2)]
    [InlineData("{ papers { nodes { concepts { nodes { name } } } } }", 1, 2)]
    [InlineData("{ papers { nodes { concepts { totalCount nodes { name } } } } }", 1, 3)]
    [InlineData("{ papers { nodes { concepts { totalCount edges { weight node { name } evidence { quote } } } } } }", 1, 4)]
    [InlineData("{ papers { nodes { concepts { nodes { names { name } } } repositories { nodes { organization { name } } } } } }", 1, 5)]
    [InlineData("{ papers { nodes { related { edges { reasons { weight node { id } evidence { evidence { quote } } } } } } } }", 1, 4)]
    [InlineData("{ papers { nodes { resources { url evidence { quote } } listings { page } topics { topic { name } } } } }", 1, 5)]
    [InlineData("{ paper(by: { slug: \"2402.00001\" }) { title concepts { nodes { name } } organizations { nodes { name } } } }", 1, 3)]
    [InlineData(
        "{ concept(by: { name: \"PPO\" }) { papers { edges { evidence { quote } node { concepts { nodes { papers { totalCount } } } } } "
        + "} } }", 1, 5)]
    [InlineData(
        "{ organizations { nodes { paperCount parent { name } children { name papers(includeChildren: true) { nodes { title } } } } } }", 1,
        4)]
    [InlineData(
        "{ papers(where: { organizations: { any: [\"acme\"], roles: [OWNS_CODE], includeChildren: true } }) { nodes { title } } }", 1, 2)]
    [InlineData("{ topics { nodes { papers { nodes { authors { nodes { name } } } } parent { name } } } }", 1, 4)]
    [InlineData("{ paperGroups(by: [TOPIC, PUBLISHED_MONTH]) { groupCount otherCount paperCount rows { topic { name } authors } } }", 1, 1)]
    [InlineData("{ paperGroups(by: [AUTHOR], where: { concepts: { any: [\"PPO\"] } }) { rows { author { name } shareWithCode } } }", 1, 2)]
    [InlineData(
        "{ paperGroups(by: [CONCEPT, ORGANIZATION]) { rows { concept { papers { nodes { title } } } organization { parent { id } } } } }",
        1, 3)]
    [InlineData("{ concepts { nodes { timeline { key papers } } } }", 1, 2)]
    [InlineData("{ topics { nodes { timeline(interval: YEAR, where: { minUpvotes: 1 }) { key authors shareWithCode } } } }", 1, 2)]
    [InlineData("{ trending(kind: CONCEPT) { now before concept { timeline(interval: WEEK, last: 12) { papers } } } }", 1, 2)]
    [InlineData("{ trending(kind: TOPIC, where: { concepts: { any: [\"PPO\"] } }) { now topic { name } } }", 1, 2)]
    [InlineData("{ paperGroups(by: [AUTHOR, CONCEPT]) { rows { key key2 authors organizations repositories } } }", 1, 1)]
    [InlineData("{ coverage { source known } imports { nodes { state } } }", 1, 2)]
    [InlineData("{ concepts { nodes { related { edges { score papers { title } node { related { totalCount } } } } } } }", 1, 4)]
    [InlineData("{ authors { nodes { coauthors { totalCount nodes { coauthors { nodes { name } } } } } } }", 1, 4)]
    public async Task A_query_costs_one_round_trip(string query, int roundTrips, int statements)
    {
        (await graph.CostAsync(query)).ShouldBe((roundTrips, statements));
        await graph.ExecuteBothAsync(query);
    }

    [Fact]
    public async Task Nodes_cost_a_statement_a_type_and_what_hangs_on_them_a_second_round_trip()
    {
        var cost = await graph.CostAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Paper { title concepts { nodes { name } } } ... on Concept { name } } }",
            new { ids = new[] { "UGFwZXI6MQ", "UGFwZXI6Mg", "Q29uY2VwdDoz" } });
        cost.ShouldBe((2, 3));
    }
}
