using System.Text;
using PaperGraph.GraphQL.Http.Tests.SingleConnection;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Sending;

/// <summary>Clients that ask for much and read nothing.</summary>
public sealed class SlowClientsTests
{
    /// <summary>Of 10,000 letters: more than the buffers of a connection hold.</summary>
    private const int Pages = 1_200;

    private const long Letters = Pages * 10_000;

    private static readonly TimeSpan MaxSendTime = new GraphQLHttpOptions().MaxSendTime;

    private readonly ManualTime time = new();

    [Fact]
    public async Task A_place_is_free_as_soon_as_the_response_is_made()
    {
        await using var server = await GraphQLServer.StartAsync(options => options.MaxConcurrentRequests = 1, time);
        using var idle = await RawClient.GetAsync(server, $"query={{pages(count:{Pages})}}");
        await time.IsSetAsync(MaxSendTime);

        var answer = await new Client(server).GetAsync("?query={hello}");

        (answer.Status, answer.Body).ShouldBe((200, """{"data":{"hello":"Hello, world!"}}"""));
    }

    [Fact]
    public async Task A_response_that_is_not_taken_in_time_ends_its_connection()
    {
        await using var server = await GraphQLServer.StartAsync(_ => { }, time);
        using var idle = await RawClient.GetAsync(server, $"query={{pages(count:{Pages})}}");

        await time.PassAsync(MaxSendTime);

        (await idle.ReadToEndAsync()).Length.ShouldBeLessThan(Letters);
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_reads_in_time_gets_all_of_it()
    {
        await using var server = await GraphQLServer.StartAsync(_ => { }, time);
        using var slow = await RawClient.GetAsync(server, $"query={{pages(count:{Pages})}}", "Connection: close");
        await time.IsSetAsync(MaxSendTime);

        (await slow.ReadToEndAsync()).Length.ShouldBeGreaterThan(Letters);
    }

    [Theory]
    [InlineData("text/event-stream", "subscription{letters(count:1000000)}")]
    [InlineData("multipart/mixed", "{hello ...@defer{pages(count:1200)}}")]
    public async Task A_stream_that_is_not_read_ends_and_its_place_is_free(string accept, string query)
    {
        await using var server = await GraphQLServer.StartAsync(options => options.MaxSubscriptions = 1, time);
        using var idle = await RawClient.GetAsync(server, $"query={Uri.EscapeDataString(query)}", $"Accept: {accept}");

        await time.PassAsync(MaxSendTime);
        await idle.ReadToEndAsync();
        if (query.StartsWith("subscription", StringComparison.Ordinal)) await server.Waiting.Ended.WaitAsync(Patience.Limit);

        var client = new Client(server);
        while ((await client.GetAsync("?query=subscription{counts(to:1)}", "text/event-stream")).Status == 503)
        {
            // The handler of the connection that ended is about to leave its place.
        }
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reserved_stream_that_is_not_read_ends_with_its_operations()
    {
        await using var server = await GraphQLServer.StartAsync(_ => { }, time);
        using var client = await SingleConnectionClient.ReserveAsync(server);
        using var idle = await RawClient.GetAsync(server, $"token={client.Token}", "Accept: text/event-stream");
        await client.StartAsync("1", "subscription { letters(count: 1000000) }");

        await time.PassAsync(MaxSendTime);

        await server.Waiting.Ended.WaitAsync(Patience.Limit);
        (await idle.ReadToEndAsync()).Beginning.ShouldStartWith("HTTP/1.1 200 OK");
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_WebSocket_that_is_not_read_ends_with_its_operations()
    {
        await using var server = await GraphQLServer.StartAsync(options => options.MaxConnections = 1, time);
        using var idle = await RawClient.GetAsync(server, "", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws");
        await idle.ReadUntilAsync("\r\n\r\n");
        await idle.SendAsync(Frame("""{"type":"connection_init"}"""));
        await idle.SendAsync(Frame("""{"id":"1","type":"subscribe","payload":{"query":"subscription { letters(count: 1000000) }"}}"""));

        await time.PassAsync(MaxSendTime);

        await server.Waiting.Ended.WaitAsync(Patience.Limit);
        await idle.ReadToEndAsync();
        server.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_read_makes_room_for_others_when_there_is_no_more()
    {
        await using var server = await GraphQLServer.StartAsync(
            options => (options.MaxResponseSize, options.MaxUnsentBytes) = (16_000_000, 20_000_000), time);
        using var idle = await RawClient.GetAsync(server, $"query={{pages(count:{Pages})}}");
        await time.IsSetAsync(MaxSendTime);

        var refused = await new Client(server).GetAsync($"?query={{pages(count:{Pages})}}");
        time.Step(TimeSpan.FromSeconds(10));
        var answered = await new Client(server).GetAsync($"?query={{pages(count:{Pages})}}");

        (refused.Status, refused.Errors())
            .ShouldBe((503, "OVERLOADED 20000000 bytes of responses are waiting for their clients to take them, "
            + "which is the limit MaxUnsentBytes. Send it again in a second."));
        refused.Message.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (answered.Status, answered.Body.Length).ShouldBe((200, (int)Letters + (3 * Pages) - 1 + """{"data":{"pages":[]}}""".Length));
        (await idle.ReadToEndAsync()).Length.ShouldBeLessThan(Letters);
    }

    /// <summary>What a client sends as one masked frame of text.</summary>
    private static byte[] Frame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] head = bytes.Length < 126
            ? [0x81, (byte)(0x80 | bytes.Length)]
            : [0x81, 0xFE, (byte)(bytes.Length >> 8), (byte)bytes.Length];
        return [.. head, 0, 0, 0, 0, .. bytes];
    }
}
