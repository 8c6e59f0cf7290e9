using System.Net.WebSockets;
using System.Text.Json;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.WebSockets;

public sealed class WebSocketSessionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Ack = """{"type":"connection_ack"}""";

    [Theory]
    [InlineData("""{"query":"subscription { counts(to: 2) }"}""",
        """{"id":"1","type":"next","payload":{"data":{"counts":1}}}""",
        """{"id":"1","type":"next","payload":{"data":{"counts":2}}}""",
        """{"id":"1","type":"complete"}""")]
    [InlineData("""{"query":"{ hello }"}""",
        """{"id":"1","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""",
        """{"id":"1","type":"complete"}""")]
    [InlineData("""{"query":"mutation { count }"}""",
        """{"id":"1","type":"next","payload":{"data":{"count":1}}}""",
        """{"id":"1","type":"complete"}""")]
    [InlineData("""{"query":"query A { hello } query ($n: String) { hello(name: $n) }","variables":{"n":"me"}}""",
        """{"id":"1","type":"error","payload":[{"message":"This anonymous operation must be """
        + """the only defined operation.","locations":[{"line":1,"column":19}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""")]
    [InlineData("""{"documentId":"none"}""",
        """{"id":"1","type":"error","payload":[{"message":"The server holds no document """
        + """with the id \"none\". Send one that it holds, """
        + """or the document's text as query.","extensions":{"code":"DOCUMENT_NOT_FOUND"}}]}""")]
    public async Task An_operation_is_answered_under_its_id(string payload, params string[] messages)
    {
        using var socket = await Socket.ConnectAsync(server);
        socket.Subprotocol.ShouldBe("graphql-transport-ws");
        await socket.SendAsync(Init);
        (await socket.ReceiveAsync()).ShouldBe(Ack);
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{payload}}}""");

        foreach (var message in messages) (await socket.ReceiveAsync()).ShouldBe(message);
        await socket.SendAsync("""{"type":"ping"}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        await socket.CloseAsync();
    }

    [Theory]
    [InlineData("4400 A message must be JSON in UTF-8.", "{")]
    [InlineData("4400 A message must be JSON in UTF-8.", "")]
    [InlineData("4400 A message must be an object with a type.", "[]")]
    [InlineData("4400 A message must be an object with a type.", "{}")]
    [InlineData("4400 A message of type next is not expected here.", """{"type":"next"}""")]
    [InlineData("4400 A message of type complete is not expected here.", """{"type":"complete"}""")]
    [InlineData("4400 A message of type subscribe must have an id.", Init, Ack, """{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("4400 The body is empty. Send a JSON object, such as {\"query\": \"{ __typename }\"}.",
        Init, Ack, """{"id":"1","type":"subscribe"}""")]
    [InlineData("4400 query is a number. Send a string.", Init, Ack, """{"id":"1","type":"subscribe","payload":{"query":1}}""")]
    [InlineData("4400 The payload of a message of type connection_init must be an object.",
        """{"type":"connection_init","payload":1}""")]
    [InlineData("4401 Unauthorized", """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("4429 Too many initialisation requests", Init, Ack, Init)]
    public async Task What_breaks_the_protocol_closes_the_connection(string close, params string[] sentAndReceived)
    {
        using var socket = await Socket.ConnectAsync(server);
        foreach (var message in sentAndReceived)
        {
            if (message == Ack) (await socket.ReceiveAsync()).ShouldBe(Ack);
            else await socket.SendAsync(message);
        }

        (await socket.ReceiveAsync()).ShouldBe(close);
    }

    [Theory]
    [InlineData("""{"type":"TEXT"}""", "4400 A message of type ")]
    [InlineData("""{"id":"TEXT","type":"subscribe","payload":{"query":"{ hello }"}}""", "4400 The id of the operation is longer than 1000")]
    public async Task What_a_client_sends_is_told_back_only_in_part(string message, string close)
    {
        using var socket = await Socket.ConnectAsync(server);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();

        await socket.SendAsync(message.Replace("TEXT", "x" + string.Concat(Enumerable.Repeat("🚀", 100_000))));

        var closed = await socket.ReceiveAsync();
        closed.ShouldStartWith(close);
        System.Text.Encoding.UTF8.GetByteCount(closed).ShouldBeLessThanOrEqualTo("4400 ".Length + 123);
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_response_longer_than_the_limit_ends_its_operation_with_an_error()
    {
        await using var limited = await GraphQLServer.StartAsync(options => options.MaxResponseSize = 10_000);
        using var socket = await Socket.ConnectAsync(limited);
        await socket.SendAsync(Init);
        (await socket.ReceiveAsync()).ShouldBe(Ack);

        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { letters(count: 20000) }"}}""");

        (await socket.ReceiveAsync()).ShouldBe(
            """{"id":"1","type":"error","payload":[{"message":"The response is longer than 10000 bytes, """
            + """which is the limit MaxResponseSize. Ask for fewer fields or shorter lists.","extensions":{"code":"RESPONSE_LIMIT"}}]}""");
        await limited.Waiting.Ended.WaitAsync(Patience.Limit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_is_not_spoken(string? subprotocol)
    {
        using var socket = await Socket.ConnectAsync(server, subprotocol);

        (await socket.ReceiveAsync()).ShouldBe("4406 Subprotocol not acceptable");
    }

    [Fact]
    public async Task A_message_may_be_long_and_come_in_pieces()
    {
        var name = new string('x', 10_000);
        using var socket = await Socket.ConnectAsync(server);
        await socket.SendInPiecesAsync(Init);
        (await socket.ReceiveAsync()).ShouldBe(Ack);

        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{ hello(name: \"{{{name}}}\") }"}}""");

        (await socket.ReceiveAsync()).ShouldBe($$$$"""{"id":"1","type":"next","payload":{"data":{"hello":"Hello, {{{{name}}}}!"}}}""");
    }

    [Fact]
    public async Task Binary_messages_and_long_ones_are_refused()
    {
        await using var small = await GraphQLServer.StartAsync(options => options.MaxBodySize = 100);
        using var binary = await Socket.ConnectAsync(small);
        using var lengthy = await Socket.ConnectAsync(small);

        await binary.SendAsync([1], WebSocketMessageType.Binary);
        await lengthy.SendAsync(new string(' ', 200) + Init);

        (await binary.ReceiveAsync()).ShouldBe("4400 A message must be text.");
        (await lengthy.ReceiveAsync()).ShouldBe("1009 A message may have 100 bytes, which is the limit MaxBodySize.");
    }

    [Fact]
    public async Task An_id_is_taken_while_its_operation_runs()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        using var socket = await Socket.ConnectAsync(waiting);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { waits }"}}""");
        await waiting.Waiting.Began;
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"{ hello }"}}""");

        (await socket.ReceiveAsync()).ShouldBe("4409 Subscriber for a already exists");
        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_client_that_completes_an_operation_ends_it_and_can_use_its_id_again()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        using var socket = await Socket.ConnectAsync(waiting);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { waits }"}}""");
        await waiting.Waiting.Began;
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"{ hello }"}}""");

        (await socket.ReceiveAsync()).ShouldBe("""{"id":"a","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"a","type":"complete"}""");
    }

    [Fact]
    public async Task The_host_decides_who_may_ask_and_what_they_are_told()
    {
        await using var guarded = await GraphQLServer.StartAsync(options => options.OnConnectionInit = (init, _) =>
            ValueTask.FromResult(init.Payload is { } payload
                ? ConnectionDecision.Accept(JsonSerializer.SerializeToElement(new { path = $"{init.HttpContext.Request.Path}", payload }))
                : ConnectionDecision.Refuse(new string('é', 100))));
        using var known = await Socket.ConnectAsync(guarded);
        using var unknown = await Socket.ConnectAsync(guarded);

        await known.SendAsync("""{"type":"connection_init","payload":{"name":"me"}}""");
        await unknown.SendAsync(Init);

        (await known.ReceiveAsync()).ShouldBe("""{"type":"connection_ack","payload":{"path":"/graphql","payload":{"name":"me"}}}""");
        (await unknown.ReceiveAsync()).ShouldBe($"4403 {new string('é', 61)}");
    }

    [Fact]
    public async Task A_decision_that_fails_is_logged_and_closes_the_connection()
    {
        await using var broken = await GraphQLServer.StartAsync(options => options.OnConnectionInit = (_, _) =>
            throw new InvalidOperationException("The password is swordfish."));
        using var socket = await Socket.ConnectAsync(broken);

        await socket.SendAsync(Init);

        (await socket.ReceiveAsync()).ShouldBe("4500 Internal server error");
        broken.Errors.Single().Exception!.Message.ShouldBe("The password is swordfish.");
    }

    [Fact]
    public async Task A_client_that_answers_no_pings_is_given_up()
    {
        await using var waiting = await GraphQLServer.StartAsync(options => options.KeepAlive = TimeSpan.FromSeconds(1));
        using var socket = await Socket.ConnectAsync(waiting);
        await socket.SendAsync(Init);
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { waits }"}}""");

        // The socket answers pings only while it receives, which it never does.
        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_client_that_goes_without_a_word_ends_its_operations()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        using var socket = await Socket.ConnectAsync(waiting);
        await socket.SendAsync(Init);
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { waits }"}}""");
        await waiting.Waiting.Began;

        socket.Abort();

        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        waiting.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_introduce_itself_is_closed()
    {
        var time = new ManualTime();
        await using var patient = await GraphQLServer.StartAsync(_ => { }, time);
        using var socket = await Socket.ConnectAsync(patient);

        await time.PassAsync(TimeSpan.FromSeconds(10));

        (await socket.ReceiveAsync()).ShouldBe("4408 Connection initialisation timeout");
    }

    [Fact]
    public async Task A_host_that_stops_says_so()
    {
        await using var stopping = await GraphQLServer.StartAsync(_ => { });
        using var socket = await Socket.ConnectAsync(stopping);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();

        var stopped = stopping.StopAsync();

        (await socket.ReceiveAsync()).ShouldBe("1001 The server is stopping.");
        await stopped;
    }

    [Fact]
    public async Task Queries_count_as_requests_and_subscriptions_by_themselves()
    {
        await using var full = await GraphQLServer.StartAsync(
            options => (options.MaxConcurrentRequests, options.MaxSubscriptions) = (1, 0));
        using var socket = await Socket.ConnectAsync(full);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();

        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { counts(to: 1) }"}}""");
        var subscription = await socket.ReceiveAsync();
        await socket.SendAsync("""{"id":"b","type":"subscribe","payload":{"query":"{ waits }"}}""");
        await full.Waiting.Began;
        await socket.SendAsync("""{"id":"c","type":"subscribe","payload":{"query":"{ hello }"}}""");
        var query = await socket.ReceiveAsync();

        subscription.ShouldContain("0 subscriptions already, which is the limit MaxSubscriptions");
        query.ShouldContain("1 requests are being answered already, which is the limit MaxConcurrentRequests");
    }

    [Fact]
    public async Task One_operation_more_than_the_limit_is_answered_with_an_error()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxOperationsPerConnection = 1);
        using var socket = await Socket.ConnectAsync(full);
        await socket.SendAsync(Init);
        await socket.ReceiveAsync();
        await socket.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"subscription { waits }"}}""");
        await socket.SendAsync("""{"id":"b","type":"subscribe","payload":{"query":"{ hello }"}}""");

        var answer = await socket.ReceiveAsync();
        answer.ShouldStartWith("""{"id":"b","type":"error","payload":[{"message":"1 operations are running over this connection, """);
        answer.ShouldContain("OPERATION_LIMIT");
    }

    [Fact]
    public async Task One_connection_more_than_the_limit_is_refused()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxConnections = 1);
        using var first = await Socket.ConnectAsync(full);

        (await Should.ThrowAsync<WebSocketException>(Socket.ConnectAsync(full))).Message.ShouldContain("503");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://dashboards.example.org", true)]
    [InlineData("https://elsewhere.example.org", false)]
    public async Task Pages_of_other_sites_cannot_connect_unless_they_are_allowed(string? origin, bool connects)
    {
        await using var choosy = await GraphQLServer.StartAsync(options => options.AllowedOrigins.Add("https://dashboards.example.org"));

        if (connects) (await Socket.ConnectAsync(choosy, origin: origin)).Dispose();
        else (await Should.ThrowAsync<WebSocketException>(Socket.ConnectAsync(choosy, origin: origin))).Message.ShouldContain("403");
    }

    [Fact]
    public async Task Pages_of_the_own_site_connect() =>
        (await Socket.ConnectAsync(server, origin: server.Address.GetLeftPart(UriPartial.Authority))).Dispose();
}
