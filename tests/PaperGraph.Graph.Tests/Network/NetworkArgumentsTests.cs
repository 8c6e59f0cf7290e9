namespace PaperGraph.Graph.Tests.Network;

/// <summary>What may be given to the fields that are answered from the graph in memory.</summary>
public sealed class NetworkArgumentsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private const string Paper = "\"UGFwZXI6MQ\"";

    private const string NoNode = "is the id of no paper, concept, topic, organization, repository or author.";

    [Theory]
    [InlineData($"paths(from: \"x\", to: {Paper})", $"`from` {NoNode}")]
    [InlineData($"paths(from: {Paper}, to: \"SW1wb3J0OjE\")", $"`to` {NoNode}")]
    [InlineData($"paths(from: {Paper}, to: {Paper}, maxHops: 7)", "`maxHops` is 7; give 1 to 6.")]
    [InlineData($"paths(from: {Paper}, to: {Paper}, first: 0)", "`first` is 0; give 1 to 20.")]
    [InlineData("neighborhood(of: [])", "`of` has 0 different ids; give 1 to 50.")]
    [InlineData($"neighborhood(of: [{Paper}], hops: 4)", "`hops` is 4; give 1 to 3.")]
    [InlineData($"neighborhood(of: [{Paper}], limit: 501)", "`limit` is 501; give 1 to 500.")]
    [InlineData($"connections(between: [{Paper}, {Paper}])", "`between` has 1 different ids; give 2 to 100.")]
    [InlineData($"connections(between: [{Paper}, \"\"])", $"`between[1]` {NoNode}")]
    [InlineData($"connections(between: [{Paper}, \"UGFwZXI6Mg\"], first: 101)", "`first` is 101; give 1 to 100.")]
    [InlineData(
        $"paths(from: {Paper}, to: {Paper}, where: {{ concepts: {{ any: [\"nobody\"] }} }})",
        "`where.concepts.any[0]` names no concept of the graph: \"nobody\".")]
    public async Task What_may_not_be_is_told(string field, string message)
    {
        var answer = await graph.ExecuteBothAsync($"{{ {field} {{ asOf }} }}");

        var error = answer.GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
        error.GetProperty("message").GetString().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("paths(from: \"UGFwZXI6MTIzNDU\", to: \"UGFwZXI6MQ\")", "`from` names nothing that is in the graph: \"UGFwZXI6MTIzNDU\".")]
    [InlineData(
        "neighborhood(of: [\"UGFwZXI6MTIzNDU\", \"UGFwZXI6MQ\", \"VG9waWM6MTIzNDU\"])",
        "`of[0]` and `of[2]` name nothing that is in the graph: \"UGFwZXI6MTIzNDU\", \"VG9waWM6MTIzNDU\".")]
    public async Task Ids_of_what_never_was_are_told(string field, string message)
    {
        var answer = await graph.ExecuteBothAsync($"{{ {field} {{ asOf }} }}");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BAD_USER_INPUT");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task The_same_question_has_the_same_places_within_the_square()
    {
        const string Query = $"{{ neighborhood(of: [{Paper}], hops: 3, layout: true) {{ nodes {{ id x y }} }} }}";
        var answer = await graph.ExecuteBothAsync(Query);

        (await graph.ExecuteAsync(Query)).GetRawText().ShouldBe(answer.GetRawText());
        foreach (var node in answer.GetProperty("data").GetProperty("neighborhood").GetProperty("nodes").EnumerateArray())
        {
            node.GetProperty("x").GetDouble().ShouldBeInRange(-1, 1);
            node.GetProperty("y").GetDouble().ShouldBeInRange(-1, 1);
        }
    }

    /// <summary>
    /// One round trip for what is told of what was found, and one for the papers that a filter chooses and ids that the graph does not
    /// know.
    /// </summary>
    [Theory]
    [InlineData(
        "paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\") { paths { length weight nodes { id degree } hops { kind weight } } }", 0, 0)]
    [InlineData("paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\") { paths { nodes { label } } }", 1, 1)]
    [InlineData(
        "paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\") { paths { nodes { label node { id ... on Paper { title } } } "
        + "hops { evidence { quote } reasons { weight evidence { evidence { quote } } } } } }", 1, 5)]
    [InlineData("paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\", where: { hasCode: true }) { paths { nodes { label } } }", 2, 2)]
    [InlineData("neighborhood(of: [\"UGFwZXI6MQ\"], layout: true) { nodes { x y hiddenCount } edges { id } }", 0, 0)]
    [InlineData("neighborhood(of: [\"UGFwZXI6MQ\"]) { nodes { label } edges { evidence { quote } } }", 1, 2)]
    [InlineData(
        "connections(between: [\"UGFwZXI6MQ\", \"UGFwZXI6Mg\"]) { nodes { label node { id } edges { evidence { quote } } } }", 1, 3)]
    [InlineData(
        "connections(between: [\"UGFwZXI6MQ\", \"UGFwZXI6Mg\"], where: { concepts: { any: [\"PPO\"] } }) { nodes { specificity } }", 1, 2)]
    [InlineData("neighborhood(of: [\"UGFwZXI6OTk\"], where: { hasCode: true }) { nodes { degree } }", 1, 2)]
    [InlineData(
        "paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\", where: { hasCode: true }) { paths { nodes { label } } } "
        + "other: paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mg\", where: { hasCode: false }) { paths { nodes { label } } } "
        + "papers(first: 1) { nodes { title } }", 2, 5)]
    public async Task What_was_found_costs_one_round_trip(string field, int roundTrips, int statements)
    {
        // So that the graph is in memory.
        await graph.ExecuteAsync($"{{ {field} }}");

        (await graph.CostAsync($"{{ {field} }}")).ShouldBe((roundTrips, statements));
    }
}
