using System.Net.Mime;
using System.Text;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class CostHeaderTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Query = """{"query":"{ self { hello } }"}""";

    [Theory]
    [InlineData(null, """{"data":{"self":{"hello":"Hello, world!"}}}""")]
    [InlineData("report",
        """{"data":{"self":{"hello":"Hello, world!"}},"extensions":{"cost":{"requested":2,"actual":2,"limit":100000}}}""")]
    [InlineData("Validate", """{"extensions":{"cost":{"requested":2,"limit":100000}}}""")]
    public async Task A_client_is_told_the_cost_it_asks_for(string? header, string body)
    {
        var answer = await PostAsync(Query, header);

        (answer.Status, answer.Body).ShouldBe((200, body));
    }

    [Theory]
    [InlineData("report", "report", """{"cost":{"requested":2,"actual":2,"limit":100000}}""")]
    [InlineData(null, "validate", """{"cost":{"requested":2,"limit":100000}}""")]
    [InlineData("report", "validate", """{"cost":{"requested":2,"actual":2,"limit":100000}}""")]
    public async Task The_header_goes_before_the_extensions(string? header, string extension, string cost)
    {
        var answer = await PostAsync($$$"""{"query":"{ self { hello } }","extensions":{"cost":"{{{extension}}}"}}""", header);

        answer.Body.ShouldEndWith($"\"extensions\":{cost}}}");
    }

    [Fact]
    public async Task A_mutation_whose_cost_is_validated_is_not_executed() =>
        (await PostAsync("""{"query":"mutation { count }"}""", "validate")).Body.ShouldNotContain("data");

    [Fact]
    public async Task What_else_the_header_says_is_refused()
    {
        var answer = await PostAsync(Query, "yes");

        (answer.Status, answer.Errors()).ShouldBe((400,
            "BAD_REQUEST The header GraphQL-Cost is \"yes\". Send report to be told the cost too, or validate for nothing but that."));
    }

    [Fact]
    public async Task A_stream_of_events_tells_the_cost_too()
    {
        var answer = await PostAsync("""{"query":"subscription { counts(to: 1) }"}""", "report", "text/event-stream");

        answer.Body.ShouldContain("""data: {"data":{"counts":1},"extensions":{"cost":{"requested":0,"actual":0,"limit":100000}}}""");
    }

    private Task<Answer> PostAsync(string body, string? header, string accept = MediaTypeNames.Application.Json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, server.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
            Headers = { { "Accept", accept } },
        };
        if (header is not null) request.Headers.Add("GraphQL-Cost", header);
        return Client.SendAsync(request);
    }
}
