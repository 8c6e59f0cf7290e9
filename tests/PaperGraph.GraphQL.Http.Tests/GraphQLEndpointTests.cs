using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class GraphQLEndpointTests
{
    [Fact]
    public async Task What_goes_wrong_inside_is_logged_and_not_told()
    {
        await using var server = new GraphQLServer();
        await server.InitializeAsync();

        var answer = await new Client(server).PostAsync("""{"query":"{ hello fails }"}""");

        answer.Body.ShouldNotContain("swordfish");
        answer.Errors().ShouldBe("INTERNAL_ERROR Unexpected error");
        var error = server.Errors.ShouldHaveSingleItem();
        error.Message.ShouldBe($"Query.fails failed unexpectedly; the client was given the trace id {answer.Error("traceId")}");
        error.Exception!.Message.ShouldBe("The password is swordfish.");
    }

    [Fact]
    public async Task A_slow_request_is_logged_with_its_document_and_its_cost()
    {
        await using var server = await GraphQLServer.StartAsync(options => options.SlowRequest = TimeSpan.FromTicks(1));

        await new Client(server).PostAsync("""{"query":"query Greet { self { hello } }"}""");

        server.Warnings.ShouldHaveSingleItem().Message.ShouldMatch(
            "^Slow query Greet: [0-9]+ ms, of these [0-9]+ ms before execution and 0 ms waiting for data; "
            + "cost 2 requested, 2 actual; document sha256:[0-9a-f]{64}, id none; error none$");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_execution()
    {
        await using var server = new GraphQLServer();
        await server.InitializeAsync();
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "?query={waits}"));

        var asked = Client.SendAsync(request, leaving.Token);
        await server.Waiting.Began;
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        await server.Waiting.Cancelled.WaitAsync(Patience.Limit);
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_request_more_than_the_limit_is_sent_away()
    {
        await using var server = await GraphQLServer.StartAsync(options => options.MaxConcurrentRequests = 1);
        var client = new Client(server);

        var first = client.GetAsync("?query={waits}");
        await server.Waiting.Began;
        var second = await client.GetAsync("?query={hello}");
        server.Waiting.Release();

        (second.Status, second.Message.Headers.CacheControl!.NoStore).ShouldBe((503, true));
        second.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        second.Errors().ShouldBe("OVERLOADED 1 requests are being answered already, "
            + "which is the limit MaxConcurrentRequests. Send it again in a second.");
        (await first).Body.ShouldBe("""{"data":{"waits":"done"}}""");
        (await client.GetAsync("?query={hello}")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(16_000)]
    [InlineData(100_000)]
    public async Task Responses_of_any_length_arrive_whole(int length)
    {
        await using var server = new GraphQLServer();
        await server.InitializeAsync();

        var answer = await new Client(server).GetAsync($"?query={{letters(count:{length})}}");

        answer.Body.ShouldBe($$$"""{"data":{"letters":"{{{new string('a', length)}}}"}}""");
        answer.Message.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task A_response_states_its_length(int count)
    {
        await using var server = new GraphQLServer();
        await server.InitializeAsync();

        var answer = await new Client(server).GetAsync($"?query={{letters(count:{count})}}");

        answer.Message.Content.Headers.ContentLength.ShouldBe(answer.Body.Length);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 400)]
    public async Task A_response_longer_than_the_limit_is_an_error_in_its_stead(string accept, int status)
    {
        await using var server = await GraphQLServer.StartAsync(options => options.MaxResponseSize = 100_000);
        var client = new Client(server);

        var longest = await client.GetAsync($"?query={{letters(count:{100_000 - """{"data":{"letters":""}}""".Length})}}", accept);
        var longer = await client.GetAsync($"?query={{letters(count:{100_001 - """{"data":{"letters":""}}""".Length})}}", accept);
        var muchLonger = await client.GetAsync("?query={pages(count:100)}", accept);

        (longest.Status, longest.Body.Length).ShouldBe((200, 100_000));
        foreach (var answer in new[] { longer, muchLonger })
        {
            (answer.Status, answer.Errors()).ShouldBe((status, "RESPONSE_LIMIT The response is longer than 100000 bytes, "
                + "which is the limit MaxResponseSize. Ask for fewer fields or shorter lists."));
        }
    }
}
