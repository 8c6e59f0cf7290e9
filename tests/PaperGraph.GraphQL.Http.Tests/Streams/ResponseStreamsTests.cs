using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Streams;

public sealed class ResponseStreamsTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Events = "text/event-stream";

    private readonly Client client = new(server);

    [Fact]
    public async Task A_subscription_is_answered_with_an_event_for_each_response_and_a_last_one()
    {
        const string expected = """
            :

            event: next
            data: {"data":{"counts":1}}

            event: next
            data: {"data":{"counts":2}}

            event: complete
            data:


            """;

        var got = await client.GetAsync("?query=subscription{counts(to:2)}", Events);
        var posted = await client.PostAsync("""{"query":"subscription { counts(to: 2) }"}""", Events);

        (got.Status, got.ContentType, got.Body).ShouldBe((200, "text/event-stream; charset=utf-8", expected));
        (posted.Status, posted.ContentType, posted.Body).ShouldBe((200, "text/event-stream; charset=utf-8", expected));
        got.Message.Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("{", "\"code\":\"GRAPHQL_PARSE_FAILED\"")]
    [InlineData("subscription { counts(to: 1) waits }", "\"code\":\"GRAPHQL_VALIDATION_FAILED\"")]
    [InlineData("mutation { count }", "\"code\":\"OPERATION_NOT_ALLOWED\"")]
    public async Task Anything_else_is_answered_with_one_event(string query, string contained)
    {
        var answer = await client.GetAsync($"?query={query}", Events);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldStartWith(":\n\nevent: next\ndata: ");
        answer.Body.ShouldContain(contained);
        answer.Body.ShouldEndWith("\n\nevent: complete\ndata:\n\n");
        answer.Body.Split("event: next").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_with_the_reason()
    {
        var answer = await client.GetAsync("?query=subscription{breaks}", Events);

        answer.Body.ShouldNotContain("swordfish");
        answer.Body.ShouldContain("\"message\":\"Unexpected error\"");
        answer.Body.ShouldEndWith("event: complete\ndata:\n\n");
    }

    [Theory]
    [InlineData("{ hello }", "application/json")]
    [InlineData("subscription { counts(to: 1) }", Events)]
    [InlineData("{ ... @defer { hello } }", Events)]
    public async Task Who_takes_both_gets_events_for_subscriptions_only(string query, string type)
    {
        var answer = await client.GetAsync($"?query={query}", "application/json, text/event-stream");

        (answer.Status, answer.ContentType).ShouldBe((200, $"{type}; charset=utf-8"));
    }

    [Fact]
    public async Task Who_takes_no_events_is_told_to()
    {
        var answer = await client.PostAsync("""{"query":"subscription { counts(to: 1) }"}""");

        (answer.Status, answer.Errors()).ShouldBe((406, "STREAM_EXPECTED A subscription is answered with many responses. "
            + "Accept text/event-stream, or ask for it over a WebSocket."));
    }

    [Fact]
    public async Task What_is_deferred_comes_in_events_of_its_own()
    {
        var answer = await client.GetAsync("?query={hello ... @defer { letters(count:1) }}", Events);
        var refused = await client.GetAsync("?query={hello ... @defer { letters(count:1) }}");

        answer.Body.ShouldBe("""
            :

            event: next
            data: {"data":{"hello":"Hello, world!"},"pending":[{"id":"0","path":[]}],"hasNext":true}

            event: next
            data: {"incremental":[{"id":"0","data":{"letters":"a"}}],"completed":[{"id":"0"}],"hasNext":false}

            event: complete
            data:


            """);
        (refused.Status, refused.Errors()).ShouldBe((406, "INCREMENTAL_NOT_ACCEPTED What is deferred or streamed is answered in parts. "
            + "Accept multipart/mixed or text/event-stream too."));
    }

    [Fact]
    public async Task What_is_deferred_comes_in_parts_for_those_who_take_them()
    {
        const string query = "?query={hello ... @defer { letters(count:1) }}";
        var answer = await client.GetAsync(query, "application/json, multipart/mixed");

        (answer.Status, answer.ContentType).ShouldBe((200, "multipart/mixed; boundary=\"-\""));
        answer.Body.ShouldBe("""
            ---
            Content-Type: application/json; charset=utf-8

            {"data":{"hello":"Hello, world!"},"pending":[{"id":"0","path":[]}],"hasNext":true}
            ---
            Content-Type: application/json; charset=utf-8

            {"incremental":[{"id":"0","data":{"letters":"a"}}],"completed":[{"id":"0"}],"hasNext":false}
            -----

            """.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9")]
    [InlineData("multipart/mixed; deferSpec=\"20220824\"")]
    public async Task Who_asks_for_the_draft_of_2022_gets_parts_by_path_and_label(string accept)
    {
        var answer = await client.GetAsync("?query={hello self { ... @defer(label: \"later\") { letters(count:1) }}}", accept);

        (answer.Status, answer.ContentType).ShouldBe((200, "multipart/mixed; boundary=\"-\"; deferSpec=20220824"));
        answer.Body.ShouldBe("""
            ---
            Content-Type: application/json; charset=utf-8

            {"data":{"hello":"Hello, world!","self":{}},"hasNext":true}
            ---
            Content-Type: application/json; charset=utf-8

            {"incremental":[{"data":{"letters":"a"},"path":["self"],"label":"later"}],"hasNext":false}
            -----

            """.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("multipart/mixed", "")]
    [InlineData("multipart/mixed;deferSpec=20220824", "; deferSpec=20220824")]
    public async Task Who_takes_nothing_but_parts_gets_a_single_one(string accept, string parameter)
    {
        var answer = await client.GetAsync("?query={hello}", accept);

        (answer.Status, answer.ContentType).ShouldBe((200, "multipart/mixed; boundary=\"-\"" + parameter));
        answer.Body.ShouldBe("""
            ---
            Content-Type: application/json; charset=utf-8

            {"data":{"hello":"Hello, world!"}}
            -----

            """.ReplaceLineEndings("\r\n"));
        (await client.GetAsync("?query={", accept)).Body.ShouldContain("GRAPHQL_PARSE_FAILED");
        (await client.GetAsync("?query=subscription{counts(to:1)}", accept)).Status.ShouldBe(406);
        (await client.PostAsync("{}", accept)).ContentType.ShouldBe("application/json; charset=utf-8");
    }

    [Fact]
    public async Task A_format_of_parts_that_is_not_spoken_is_not_sent()
    {
        (await client.GetAsync("?query={hello}", "multipart/mixed;deferSpec=20990101")).Status.ShouldBe(406);
        (await client.GetAsync("?query={...@defer{hello}}", "application/json, multipart/mixed;deferSpec=20990101")).Status.ShouldBe(406);
    }

    [Fact]
    public async Task A_response_longer_than_the_limit_ends_its_stream_with_an_error()
    {
        await using var limited = await GraphQLServer.StartAsync(options => options.MaxResponseSize = 10_000);
        const string error = """{"errors":[{"message":"The response is longer than 10000 bytes, which is the limit MaxResponseSize. """
            + """Ask for fewer fields or shorter lists.","extensions":{"code":"RESPONSE_LIMIT"}}]}""";

        var events = await new Client(limited).GetAsync("?query=subscription{letters(count:20000)}", Events);
        var parts = await new Client(limited).GetAsync("?query={hello ...@defer{letters(count:20000)}}", "multipart/mixed");
        var single = await new Client(limited).GetAsync("?query={letters(count:20000)}", Events);

        events.Body.ShouldBe($":\n\nevent: next\ndata: {error}\n\nevent: complete\ndata:\n\n");
        parts.Body.ShouldEndWith($"\r\n\r\n{error}\r\n-----\r\n");
        single.Body.ShouldContain("RESPONSE_LIMIT");
    }

    [Fact]
    public async Task A_subscription_does_not_come_in_parts() =>
        (await client.GetAsync("?query=subscription{counts(to:1)}", "application/json, multipart/mixed")).Status.ShouldBe(406);

    [Fact]
    public async Task A_malformed_request_is_refused_in_JSON()
    {
        var answer = await client.PostAsync("{}", Events);

        (answer.Status, answer.ContentType).ShouldBe((400, "application/json; charset=utf-8"));
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_source()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        using var leaving = new CancellationTokenSource();
        using var request = Subscription(waiting);

        var asked = Client.SendAsync(request, leaving.Token);
        await waiting.Waiting.Began;
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        waiting.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_is_there()
    {
        var time = new ManualTime();
        await using var waiting = await GraphQLServer.StartAsync(_ => { }, time);
        using var request = Subscription(waiting);

        var asked = Client.SendAsync(request);
        await waiting.Waiting.Began;
        await time.PassAsync(TimeSpan.FromSeconds(12));
        await time.PassAsync(TimeSpan.FromSeconds(12));
        waiting.Waiting.Release();

        (await asked).Body.ShouldBe(":\n\n:\n\n:\n\nevent: next\ndata: {\"data\":{\"waits\":1}}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams()
    {
        await using var stopping = await GraphQLServer.StartAsync(_ => { });
        using var request = Subscription(stopping);

        var asked = Client.SendAsync(request);
        await stopping.Waiting.Began;
        await stopping.StopAsync();

        (await asked).Body.ShouldBe(":\n\n");
    }

    [Fact]
    public async Task One_subscription_more_than_the_limit_is_sent_away()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxSubscriptions = 0);

        var answer = await new Client(full).GetAsync("?query=subscription{waits}", Events);

        (answer.Status, answer.Errors()).ShouldBe((503, "SUBSCRIPTION_LIMIT There are 0 subscriptions already, "
            + "which is the limit MaxSubscriptions. Subscribe again in a second."));
    }

    private static HttpRequestMessage Subscription(GraphQLServer server)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "?query=subscription{waits}"));
        request.Headers.Add("Accept", Events);
        return request;
    }
}
