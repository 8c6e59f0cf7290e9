using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class GetRequestsTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private readonly Client client = new(server);

    [Theory]
    [InlineData("{ hello }", "", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("query A { hello } query B { b: hello }", "&operationName=B", """{"data":{"b":"Hello, world!"}}""")]
    [InlineData("query ($n: String) { hello(name: $n) }", """&variables={"n":"Zoë 🏃"}""",
        """{"data":{"hello":"Hello, Zoë \uD83C\uDFC3!"}}""")]
    [InlineData("query ($n: String) { hello(name: $n) }", """&variables={"n":null}""", """{"data":{"hello":"Hello, nobody!"}}""")]
    [InlineData("{ hello }", "&variables=null&extensions={}", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("{ hello }", "&variables=&extensions=&operationName=", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("{ hello }", "&unknown=1", """{"data":{"hello":"Hello, world!"}}""")]
    public async Task A_query_string_is_a_request(string query, string rest, string expected)
    {
        var answer = await client.GetAsync($"?query={Uri.EscapeDataString(query)}{rest}");

        (answer.Status, answer.Body).ShouldBe((200, expected));
    }

    [Theory]
    [InlineData("", "The request has no query. Send one, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("?query=", "The request has no query. Send one, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("?query={hello}&query={hello}", "The parameter query is given 2 times. Give it once.")]
    [InlineData("?query={hello}&variables=1", "variables is a number. Send a JSON object.")]
    [InlineData("?query={hello}&extensions=[]", "extensions is an array. Send a JSON object.")]
    [InlineData("?query={hello}&variables={", "The parameter variables cannot be read as JSON, at line 1, byte 2: "
        + "Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.")]
    [InlineData("""?query={hello}&variables={"a":"\ud800"}""",
        "The parameter variables has an escape that is half a surrogate pair, at byte 6. Send both halves.")]
    public async Task What_is_wrong_with_a_query_string_is_told(string query, string message)
    {
        var answer = await client.GetAsync(query);

        (answer.Status, answer.Errors()).ShouldBe((400, $"BAD_REQUEST {message}"));
    }

    [Theory]
    [InlineData(Client.Json)]
    [InlineData(Client.GraphQL)]
    public async Task GET_executes_no_mutations(string accept)
    {
        var answer = await client.GetAsync("?query=mutation{count}", accept);

        answer.Status.ShouldBe(405);
        answer.Message.Content.Headers.Allow.ShouldBe(["POST"]);
        answer.Errors().ShouldBe("OPERATION_NOT_ALLOWED GET answers queries only. Send mutations by POST.");
    }

    [Fact]
    public async Task HEAD_gets_the_headers_of_GET()
    {
        var answer = await client.SendAsync(HttpMethod.Head, "?query={hello}");

        (answer.Status, answer.ContentType, answer.Body).ShouldBe((200, "application/json; charset=utf-8", ""));
        answer.Message.Content.Headers.ContentLength.ShouldBe("""{"data":{"hello":"Hello, world!"}}""".Length);
    }
}
