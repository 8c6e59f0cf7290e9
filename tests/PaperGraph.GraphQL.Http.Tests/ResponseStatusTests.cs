using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class ResponseStatusTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private readonly Client client = new(server);

    [Theory]
    [InlineData("{ hello }", 200, 200)]
    [InlineData("{ fails }", 200, 200)]
    [InlineData("{ cannotFail }", 200, 200)]
    [InlineData("{", 200, 400)]
    [InlineData("{ unknown }", 200, 400)]
    [InlineData("query ($n: Int!) { letters(count: $n) }", 200, 400)]
    [InlineData("query A { hello } query B { hello }", 200, 400)]
    public async Task A_request_that_is_refused_is_a_400_to_clients_that_know_the_media_type_of_GraphQL(string query, int json, int graphql)
    {
        var body = $$"""{"query":"{{query}}"}""";

        var asJson = await client.PostAsync(body, Client.Json);
        var asGraphQL = await client.PostAsync(body, Client.GraphQL);

        (asJson.Status, asJson.ContentType).ShouldBe((json, "application/json; charset=utf-8"));
        (asGraphQL.Status, asGraphQL.ContentType).ShouldBe((graphql, "application/graphql-response+json; charset=utf-8"));
        foreach (var answer in new[] { asJson, asGraphQL })
            answer.Body.Contains("\"data\"", StringComparison.Ordinal).ShouldBe(graphql == 200);
    }

    [Theory]
    [InlineData(Client.Json)]
    [InlineData(Client.GraphQL)]
    public async Task A_query_that_meets_a_failure_that_passes_is_a_503_that_says_when_to_come_again(string accept)
    {
        var answer = await client.PostAsync("""{"query":"{ hello busy }"}""", accept);

        answer.Status.ShouldBe(503);
        answer.Message.Headers.GetValues("Retry-After").ShouldBe(["2"]);
        answer.Errors().ShouldBe("MOVING The shelf is being moved.");
        answer.Body.ShouldNotContain("data");
    }

    [Fact]
    public async Task A_mutation_that_meets_one_tells_what_it_has_done()
    {
        var answer = await client.PostAsync("""{"query":"mutation { count busy }"}""", Client.GraphQL);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldEndWith(""","data":{"count":1,"busy":null}}""");
    }

    [Fact]
    public async Task A_client_that_takes_neither_type_is_told_which_there_are()
    {
        var answer = await client.PostAsync("""{"query":"{ hello }"}""", "text/html");

        (answer.Status, answer.ContentType, answer.Errors()).ShouldBe((406, "application/json; charset=utf-8",
            "NOT_ACCEPTABLE The header Accept takes none of what can be sent. "
            + "Accept application/graphql-response+json or application/json, in UTF-8."));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused(string method)
    {
        var answer = await client.SendAsync(new HttpMethod(method), "?query={hello}");

        answer.Status.ShouldBe(405);
        answer.Message.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST", "PUT", "DELETE"]);
        answer.Errors().ShouldBe($"METHOD_NOT_ALLOWED {method} is not answered. Send queries by GET or POST, mutations by POST.");
    }
}
