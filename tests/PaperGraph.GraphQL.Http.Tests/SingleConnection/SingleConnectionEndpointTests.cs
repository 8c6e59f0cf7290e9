using System.Net.Http.Json;
using PaperGraph.GraphQL.Http.Tests.Support;
using PaperGraph.GraphQL.Http.Tests.WebSockets;

namespace PaperGraph.GraphQL.Http.Tests.SingleConnection;

public sealed class SingleConnectionEndpointTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string NotFound = "STREAM_NOT_FOUND The request names no stream of events, or one that is not reserved any more. "
        + "Reserve one with PUT, and send the token that is answered with each request.";

    [Theory]
    [InlineData("subscription { counts(to: 2) }",
        """next {"id":"1","payload":{"data":{"counts":1}}}""",
        """next {"id":"1","payload":{"data":{"counts":2}}}""")]
    [InlineData("{ hello }", """next {"id":"1","payload":{"data":{"hello":"Hello, world!"}}}""")]
    [InlineData("mutation { count }", """next {"id":"1","payload":{"data":{"count":1}}}""")]
    [InlineData("{ hello ... @defer { letters(count: 1) } }",
        """next {"id":"1","payload":{"data":{"hello":"Hello, world!"},"pending":[{"id":"0","path":[]}],"hasNext":true}}""",
        """next {"id":"1","payload":{"incremental":[{"id":"0","data":{"letters":"a"}}],"completed":[{"id":"0"}],"hasNext":false}}""")]
    public async Task Responses_come_over_the_stream_under_the_id_of_their_operation(string query, params string[] events)
    {
        using var client = await SingleConnectionClient.OpenAsync(server);
        (await client.ReceiveAsync()).ShouldBe(":");

        var answer = await client.StartAsync("1", query);

        (answer.Status, answer.Body).ShouldBe((202, ""));
        foreach (var expected in events) (await client.ReceiveAsync()).ShouldBe(expected);
        (await client.ReceiveAsync()).ShouldBe("""complete {"id":"1"}""");
    }

    [Fact]
    public async Task An_id_is_written_as_JSON()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);
        (await client.ReceiveAsync()).ShouldBe(":");

        await client.StartAsync("\"\n", "{ hello }");

        (await client.ReceiveAsync()).ShouldBe("""next {"id":"\"\n","payload":{"data":{"hello":"Hello, world!"}}}""");
    }

    [Fact]
    public async Task An_operation_may_come_before_its_stream_is_open()
    {
        using var client = await SingleConnectionClient.ReserveAsync(server);
        (await client.StartAsync("1", "{ hello }")).Status.ShouldBe(202);

        await client.OpenAsync();

        string?[] received = [await client.ReceiveAsync(), await client.ReceiveAsync(), await client.ReceiveAsync()];
        received.Order().ShouldBe([
            ":", """complete {"id":"1"}""", """next {"id":"1","payload":{"data":{"hello":"Hello, world!"}}}"""]);
    }

    [Fact]
    public async Task A_query_may_come_by_GET()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);
        (await client.ReceiveAsync()).ShouldBe(":");

        var query = await client.SendAsync(HttpMethod.Get, """?query={hello}&extensions={"operationId":"1"}""");
        var mutation = await client.SendAsync(HttpMethod.Get, """?query=mutation{count}&extensions={"operationId":"1"}""");

        (query.Status, mutation.Status, mutation.Message.Content.Headers.Allow.Single()).ShouldBe((202, 405, "POST"));
        (await client.ReceiveAsync()).ShouldBe("""next {"id":"1","payload":{"data":{"hello":"Hello, world!"}}}""");
    }

    [Theory]
    [InlineData("{", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ unknown }", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query ($n: Int!) { letters(count: $n) }", 400, "BAD_USER_INPUT")]
    public async Task What_cannot_be_executed_is_refused_by_the_answer_to_the_request(string query, int status, string code)
    {
        using var client = await SingleConnectionClient.OpenAsync(server);

        var answer = await client.StartAsync("1", query);

        (answer.Status, answer.Errors().Split(' ')[0]).ShouldBe((status, code));
        (await client.StartAsync("1", "{ hello }")).Status.ShouldBe(202);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_its_operation_with_the_reason()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);
        (await client.ReceiveAsync()).ShouldBe(":");

        (await client.StartAsync("1", "subscription { breaks }")).Status.ShouldBe(202);

        (await client.ReceiveAsync()).ShouldBe("""next {"id":"1","payload":{"data":{"breaks":1}}}""");
        var error = (await client.ReceiveAsync())!;
        error.ShouldContain("\"message\":\"Unexpected error\"");
        error.ShouldNotContain("swordfish");
        (await client.ReceiveAsync()).ShouldBe("""complete {"id":"1"}""");
    }

    [Fact]
    public async Task What_a_request_lacks_is_said()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);

        var withoutId = await client.SendAsync(HttpMethod.Post, "", JsonContent.Create(new { query = "{ hello }" }));
        var withNumber = await client.SendAsync(
            HttpMethod.Post, "", JsonContent.Create(new { query = "{ hello }", extensions = new { operationId = 1 } }));
        var stopped = await client.SendAsync(HttpMethod.Delete, "");

        foreach (var answer in new[] { withoutId, withNumber })
        {
            (answer.Status, answer.Errors()).ShouldBe((400, "BAD_REQUEST The request does not say under which id its responses are to "
                + "come. Send one, such as \"extensions\": {\"operationId\": \"1\"}."));
        }
        (stopped.Status, stopped.Errors()).ShouldBe((400, "BAD_REQUEST The request does not say which operation is to end. "
            + "Send its id as the parameter operationId of the address."));
    }

    [Fact]
    public async Task A_token_that_was_not_given_opens_nothing()
    {
        using var client = new SingleConnectionClient(server, new string('0', 32));

        var opened = await client.TryOpenAsync();
        var started = await client.StartAsync("1", "{ hello }");
        var stopped = await client.StopAsync("1");
        var without = await new Client(server).SendAsync(HttpMethod.Delete, "?operationId=1", contentType: null);

        foreach (var answer in new[] { opened, started, stopped, without }) (answer.Status, answer.Errors()).ShouldBe((404, NotFound));
    }

    [Fact]
    public async Task Each_reservation_has_a_token_of_its_own()
    {
        await using var roomy = await GraphQLServer.StartAsync(options => options.MaxReservationsPerClient = 100);
        var tokens = new HashSet<string>();
        for (var number = 0; number < 100; number++) tokens.Add((await SingleConnectionClient.ReserveAsync(roomy)).Token);

        tokens.Count.ShouldBe(100);
        tokens.ShouldAllBe(token => token.Length == 32);
    }

    [Fact]
    public async Task A_stream_is_opened_once()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);

        var again = await client.TryOpenAsync();

        (again.Status, again.Errors()).ShouldBe((409, "STREAM_ALREADY_OPEN The stream is open already, "
            + "and only one connection may have it. Reserve another with PUT."));
    }

    [Fact]
    public async Task A_client_that_stops_an_operation_ends_it_and_can_use_its_id_again()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        using var client = await SingleConnectionClient.OpenAsync(waiting);
        (await client.ReceiveAsync()).ShouldBe(":");
        await client.StartAsync("1", "subscription { waits }");
        await waiting.Waiting.Began;

        var taken = await client.StartAsync("1", "{ hello }");
        var stopped = await client.StopAsync("1");
        var stoppedAgain = await client.StopAsync("1");
        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        var started = await client.StartAsync("1", "{ hello }");

        (taken.Status, taken.Errors()).ShouldBe(
            (409, "OPERATION_ALREADY_EXISTS An operation with the id \"1\" is running already. Give each its own."));
        (stopped.Status, stoppedAgain.Status, started.Status).ShouldBe((200, 200, 202));
        (await client.ReceiveAsync()).ShouldBe("""next {"id":"1","payload":{"data":{"hello":"Hello, world!"}}}""");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_its_operations_and_its_token()
    {
        await using var waiting = await GraphQLServer.StartAsync(_ => { });
        var client = await SingleConnectionClient.OpenAsync(waiting);
        await client.StartAsync("1", "subscription { waits }");
        await waiting.Waiting.Began;

        client.Dispose();

        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        (await client.TryOpenAsync()).Status.ShouldBe(404);
        waiting.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_nobody_opens_is_given_up_with_its_operations()
    {
        var time = new ManualTime();
        await using var waiting = await GraphQLServer.StartAsync(options => options.MaxReservations = 1, time);
        using var client = await SingleConnectionClient.ReserveAsync(waiting);
        await client.StartAsync("1", "subscription { waits }");
        await waiting.Waiting.Began;

        await time.PassAsync(TimeSpan.FromSeconds(5));

        await waiting.Waiting.Cancelled.WaitAsync(Patience.Limit);
        (await client.TryOpenAsync()).Status.ShouldBe(404);
        await SingleConnectionClient.ReserveAsync(waiting);
    }

    [Fact]
    public async Task Reservations_take_no_connection_until_they_are_opened()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxConnections = 1);
        for (var number = 0; number < 49; number++) await SingleConnectionClient.ReserveAsync(full);
        using var client = await SingleConnectionClient.ReserveAsync(full);

        using (var socket = await Socket.ConnectAsync(full))
        {
            await socket.SendAsync("""{"type":"connection_init"}""");
            (await socket.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");

            var refused = await client.TryOpenAsync();

            (refused.Status, refused.Errors()).ShouldBe((503, "CONNECTION_LIMIT There are 1 connections already, "
                + "which is the limit MaxConnections. Connect again in a second."));
            refused.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task One_reservation_more_than_a_client_may_have_is_refused_until_one_is_opened()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxReservationsPerClient = 2);
        using var client = await SingleConnectionClient.ReserveAsync(full);
        await SingleConnectionClient.ReserveAsync(full);

        var answer = await new Client(full).SendAsync(HttpMethod.Put, contentType: null);
        await client.OpenAsync();
        await SingleConnectionClient.ReserveAsync(full);

        (answer.Status, answer.Errors())
            .ShouldBe((429, "RESERVATION_LIMIT 2 streams of events are reserved from this address and not open, "
            + "which is the limit MaxReservationsPerClient. Open one of them, or reserve one again in a second."));
        answer.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task One_reservation_more_than_the_limit_is_refused()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxReservations = 1);
        await SingleConnectionClient.ReserveAsync(full);

        var answer = await new Client(full).SendAsync(HttpMethod.Put, contentType: null);

        (answer.Status, answer.Errors()).ShouldBe((503, "RESERVATION_LIMIT 1 streams of events are reserved and not open, "
            + "which is the limit MaxReservations. Reserve one again in a second."));
        answer.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_refused()
    {
        using var client = await SingleConnectionClient.OpenAsync(server);

        var answer = await client.StartAsync(new string('1', 1_001), "{ hello }");

        (answer.Status, answer.Errors()).ShouldBe(
            (400, "BAD_REQUEST The id of the operation is longer than 1000 characters. Give it a shorter one."));
        (await client.StartAsync(new string('1', 1_000), "{ hello }")).Status.ShouldBe(202);
    }

    [Fact]
    public async Task A_response_longer_than_the_limit_ends_its_operation_with_an_error()
    {
        await using var limited = await GraphQLServer.StartAsync(options => options.MaxResponseSize = 10_000);
        using var client = await SingleConnectionClient.OpenAsync(limited);
        (await client.ReceiveAsync()).ShouldBe(":");

        await client.StartAsync("1", "subscription { letters(count: 20000) }");

        (await client.ReceiveAsync())!.ShouldContain("\"code\":\"RESPONSE_LIMIT\"");
        (await client.ReceiveAsync()).ShouldBe("""complete {"id":"1"}""");
    }

    [Fact]
    public async Task One_subscription_more_than_the_limit_is_sent_away()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxSubscriptions = 0);
        using var client = await SingleConnectionClient.OpenAsync(full);

        var subscription = await client.StartAsync("1", "subscription { waits }");
        var query = await client.StartAsync("1", "{ hello }");

        (subscription.Status, subscription.Errors().Split(' ')[0], query.Status).ShouldBe((503, "SUBSCRIPTION_LIMIT", 202));
        subscription.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task One_operation_more_than_the_limit_is_refused()
    {
        await using var full = await GraphQLServer.StartAsync(options => options.MaxOperationsPerConnection = 1);
        using var client = await SingleConnectionClient.OpenAsync(full);
        await client.StartAsync("1", "subscription { waits }");

        var answer = await client.StartAsync("2", "{ hello }");

        (answer.Status, answer.Errors()).ShouldBe((503, "OPERATION_LIMIT 1 operations are running over this connection, "
            + "which is the limit MaxOperationsPerConnection. End some, or open another."));
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_is_there()
    {
        var time = new ManualTime();
        await using var silent = await GraphQLServer.StartAsync(_ => { }, time);
        using var client = await SingleConnectionClient.OpenAsync(silent);
        (await client.ReceiveAsync()).ShouldBe(":");

        await time.PassAsync(TimeSpan.FromSeconds(12));

        (await client.ReceiveAsync()).ShouldBe(":");
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams()
    {
        await using var stopping = await GraphQLServer.StartAsync(_ => { });
        using var client = await SingleConnectionClient.OpenAsync(stopping);
        (await client.ReceiveAsync()).ShouldBe(":");

        await stopping.StopAsync();

        (await client.ReceiveAsync()).ShouldBeNull();
    }
}
