using System.Buffers;
using System.Text.Json;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Tests;

/// <summary>What requests cost by schema.graphql before they are executed; no database is asked.</summary>
public sealed class RequestCostTests
{
    private static readonly string Examples = RepositoryRoot.Combine("src", "PaperGraph", "Ide", "Examples");

    public static TheoryData<string> ExampleQueries { get; } =
        [.. Directory.EnumerateFiles(Examples, "*.graphql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ExampleQueries))]
    public async Task An_example_stays_far_below_the_limit(string file)
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Examples, file));
        var answer = await AnswerAsync(query, new EngineLimits(), CostReporting.Validate);

        var cost = answer.GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("requested").GetDecimal().ShouldBeInRange(1, cost.GetProperty("limit").GetDecimal() / 10);
    }

    [Theory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ paper(by: { slug: \"a\" }) { title } }", 2)]
    [InlineData("{ papers { nodes { title } } }", 23)]
    [InlineData("{ papers(first: 100) { edges { node { title } } pageInfo { endCursor } } }", 305)]
    [InlineData("{ nodes(ids: [\"a\"]) { ... on Paper { concepts { nodes { name } } } ... on Topic { name } } }", 25)]
    [InlineData("{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", 4)]
    [InlineData("{ papers { totalCount } }", 12)]
    [InlineData("{ papers(where: { text: \"a\" }) { totalCount } }", 32)]
    [InlineData("{ papers(where: { or: [{ text: \"a\" }, { text: \"b\" }, { not: { text: \"c\" } }] }) { totalCount } }", 76)]
    [InlineData("{ papers(where: { concepts: { none: [\"a\", \"b\", \"c\"] } }) { totalCount } }", 27)]
    [InlineData("{ authors(where: { name: \"a\", minPapers: 2 }) { totalCount } }", 112)]
    [InlineData("{ paper(by: { slug: \"a\" }) { concepts { nodes { papers(where: { text: \"a\" }) { totalCount } } } } }", 665)]
    public async Task A_query_has_a_cost(string query, int cost)
    {
        var answer = await AnswerAsync(query, new EngineLimits());

        answer.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt32().ShouldBe(cost);
    }

    [Fact]
    public async Task Conditions_cost_as_often_as_they_are_written()
    {
        var once = "papers(where: { concepts: { none: [\"a\", \"b\"] } }) { totalCount }";
        var aliases = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"a{i}: {once}"));

        (await CostAsync($"{{ {aliases} }}")).ShouldBe(50 * await CostAsync($"{{ {once} }}"));

        static async Task<int> CostAsync(string query) =>
            (await AnswerAsync(query, new EngineLimits())).GetProperty("extensions").GetProperty("cost").GetProperty("requested")
                .GetInt32();
    }

    [Fact]
    public async Task A_hundred_of_a_hundred_of_a_hundred_are_refused()
    {
        var answer = await AnswerAsync(
            "{ papers(first: 100) { nodes { concepts(first: 100) { nodes { papers(first: 100) { nodes { title } } } } } } }",
            new EngineLimits());

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(
            "The request costs 1040403; the limit MaxCost is 100000. "
            + "The most expensive field is ConceptPaperConnection.nodes, with 1010000 of it. Ask for fewer items, or in several requests.");
    }

    private static async Task<JsonElement> AnswerAsync(string query, EngineLimits limits, CostReporting reporting = CostReporting.Report)
    {
        var engine = new Engine(PaperGraphSchema.Build(), new EngineOptions { DataRequests = new NoRows(), Limits = limits });
        var request = new GraphQLRequest { Query = query, Cost = reporting };
        using var response = await engine.RespondAsync(request, new NoServices());
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }

    /// <summary>Fails every data request.</summary>
    private sealed class NoRows : IDataRequestRunner
    {
        public ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken) =>
            throw new FieldFailure("There is no database.").ToException();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
