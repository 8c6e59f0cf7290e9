using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Tests.Commands;

public sealed class ServeCommandTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync("migrated", async connectionString =>
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
    });

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task The_server_says_where_it_is_is_healthy_leads_to_the_graph_and_ends_when_asked_to()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync();
        using var server = PaperGraphProcess.Start(
            "serve", "--no-sample", "--urls", "http://127.0.0.1:0", "--database", empty.ConnectionString);
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));

        (await Http.GetStringAsync(new Uri(address, "/health/live"))).ShouldBe("live");
        (await Http.GetStringAsync(new Uri(address, "/health/ready"))).ShouldStartWith("ready\n");
        using (var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }))
        using (var root = await client.GetAsync(new Uri(address, "/")))
        {
            root.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            root.Headers.Location.ShouldBe(new Uri("/graphql", UriKind.Relative));
        }

        server.Terminate();
        var ended = await server.EndAsync();
        ended.ExitCode.ShouldBe(0);
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_its_database_is_live_but_not_ready()
    {
        using var server = Start("--no-sample", "--urls", "http://127.0.0.1:0");
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));
        await database.DisposeAsync();

        var ready = await Http.GetAsync(new Uri(address, "/health/ready"));

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldBe("not ready: the database does not answer");
        (await Http.GetStringAsync(new Uri(address, "/health/live"))).ShouldBe("live");
    }

    [Fact]
    public async Task Where_the_database_gives_few_connections_the_server_takes_fewer_and_says_so()
    {
        await using (var connection = await database.OpenAsync())
        {
            await using var limit = new NpgsqlCommand($"alter database {connection.Database} connection limit 10", connection);
            await limit.ExecuteNonQueryAsync();
        }
        using var server = Start("--no-sample", "--urls", "http://127.0.0.1:0");
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));

        (await AskAsync(address, "{ papers { totalCount } }")).ShouldBe("""{"data":{"papers":{"totalCount":0}}}""");

        server.Terminate();
        (await server.EndAsync()).Error.ShouldContain(
            "The database gives 10 connections, so the server uses 2 of them at most instead of 20: "
            + "imports and other commands need some too.\n");
    }

    [Fact]
    public async Task A_server_that_uses_every_connection_of_its_own_leaves_some_to_an_import()
    {
        using var server = Start("--no-sample", "--pool-size", "2", "--urls", "http://127.0.0.1:0");
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(address, "{ papers { totalCount } }")).Append(ImportedAsync()));

        (await AskAsync(address, "{ papers { totalCount } }")).ShouldBe("""{"data":{"papers":{"totalCount":1}}}""");

        async Task<string> ImportedAsync()
        {
            await ImportAsync();
            return "";
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        using var server = Start("--no-sample", "--urls", $"http://{other.LocalEndpoint}");
        var ended = await server.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldBe(
            $"Failed to bind to address http://{other.LocalEndpoint}: address already in use. "
            + "Give another address, for example --urls http://localhost:5081, or end the program that listens there.\n");
        ended.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--urls", "http://192.0.2.1:5081", "The address to listen on is none of this machine's. ")]
    [InlineData("--urls", "https://127.0.0.1:0", "An https address needs a certificate: ")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "'nonsense' is no address to listen on. ")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "80a", "'http://*:80a' has no port to listen on: 80a is none")]
    public async Task An_address_that_cannot_be_listened_on_is_a_sentence(string setting, string address, string sentence)
    {
        using var server = setting == "--urls"
            ? Start("--no-sample", "--urls", address)
            : PaperGraphProcess.Start(["serve", "--no-sample", "--database", database.ConnectionString], new() { [setting] = address });
        var ended = await server.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldStartWith(sentence);
        ended.Error.Split('\n').Length.ShouldBe(2, ended.Error);
        ended.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Papers_that_another_process_imports_are_there_without_a_restart_and_told_to_who_listens()
    {
        const string subscription = "subscription { paperAdded { title } }";
        using var server = Start("--no-sample", "--urls", "http://127.0.0.1:0");
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));
        (await AskAsync(address, "{ papers { totalCount } }")).ShouldBe("""{"data":{"papers":{"totalCount":0}}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"/graphql?query={subscription}"));
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await SendAsync(socket, """{"type":"connection_init"}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"type":"connection_ack"}""");
        await SendAsync(socket, $$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{subscription}}}"}}""");

        // Listening from here on, as a client does: one that answers no ping is given up.
        var received = ReceiveAsync(socket);
        await ImportAsync();

        const string told = """{"data":{"paperAdded":{"title":"Meadows That Grow While They Are Served"}}}""";
        string? line;
        do line = await events.ReadLineAsync();
        while (line is "" or ":" or "event: next");
        line.ShouldBe($"data: {told}");
        (await received).ShouldBe("""{"id":"1","type":"next","payload":""" + told + "}");
        (await AskAsync(address, "{ papers { nodes { title publishedOn } } }")).ShouldBe(
            """{"data":{"papers":{"nodes":[{"title":"Meadows That Grow While They Are Served","publishedOn":"2024-06-12"}]}}}""");
    }

    [Fact]
    public async Task The_address_of_the_environment_holds_and_a_collector_that_it_names_is_sent_what_the_server_does()
    {
        await using var collector = await Collector.StartAsync();
        using var server = PaperGraphProcess.Start(
            ["serve", "--no-sample", "--database", database.ConnectionString],
            new()
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SERVICE_NAME"] = "meadow",
            });
        var address = AddressIn(await server.ReadUntilAsync("PaperGraph serves"));
        address.Port.ShouldNotBe(5080);
        await AskAsync(address, "{ papers { totalCount } }");

        server.Terminate();
        (await server.EndAsync()).ExitCode.ShouldBe(0);

        foreach (var name in new[] { "meadow", "graphql.operation.type", "Npgsql", "Microsoft.AspNetCore" })
            collector.At("/v1/traces").ShouldContain(name);
        collector.At("/v1/metrics").ShouldContain("graphql.server.request.duration");
    }

    /// <summary>One paper, by a process of its own.</summary>
    private async Task ImportAsync()
    {
        using var import = PaperGraphProcess.Start("import", "-", "--database", database.ConnectionString);
        (await import.EndAsync("""
            Daily Papers

            byAK and the research community

            Jun 16

            Meadows That Grow While They Are Served

            We put a meadow behind a server and add a flower to it, without ever asking the server to stop.

              • 2 authors
            ·
            Jun 12, 2024
            """)).ExitCode.ShouldBe(0);
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private static async Task<string> AskAsync(Uri address, string query)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(address, "/graphql"), new { query });
        return await answer.Content.ReadAsStringAsync();
    }

    private static Uri AddressIn(string line) => new(line[line.IndexOf("http", StringComparison.Ordinal)..]);

    private PaperGraphProcess Start(params string[] arguments) =>
        PaperGraphProcess.Start(["serve", "--database", database.ConnectionString, .. arguments]);
}
