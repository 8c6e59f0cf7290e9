using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Clients;

/// <summary>The server with the clients that others use: npm's <c>graphql-ws</c> and <c>graphql-sse</c>.</summary>
public sealed class ClientsTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [SkippableFact]
    public async Task Clients_receive_what_they_ask_for()
    {
        NodeJs.Require();
        var clients = new NodeProject("PaperGraph.GraphQL.Http.Tests", "Clients");
        await clients.InstallAsync("graphql-ws");

        var (exitCode, output) = await clients.RunAsync("node", "clients.mjs", server.Address.ToString());

        exitCode.ShouldBe(0, output);
        Snapshot.Match(output, "clients");
    }

    [SkippableFact]
    public async Task Clients_are_told_why_a_WebSocket_is_closed()
    {
        NodeJs.Require();
        var time = new ManualTime();
        await using var guarded = await GraphQLServer.StartAsync(options => options.OnConnectionInit = DecideAsync);
        await using var patient = await GraphQLServer.StartAsync(_ => { }, time);
        var clients = new NodeProject("PaperGraph.GraphQL.Http.Tests", "Clients");
        await clients.InstallAsync("graphql-ws");

        var broken = await clients.RunAsync("node", [
            "closings.mjs", WebSocketAddress(guarded), "not JSON", "an operation before its time", "a wrong password",
            "another subprotocol", "an id twice", "an introduction twice", "a mistake of the server"]);
        var silent = clients.RunAsync("node", "closings.mjs", WebSocketAddress(patient), "no introduction");
        await time.PassAsync(TimeSpan.FromSeconds(10));

        Snapshot.Match($"{broken.Output}\n{(await silent).Output}", "closings");
    }

    private static string WebSocketAddress(GraphQLServer server) => new UriBuilder(server.Address) { Scheme = "ws" }.ToString();

    private static ValueTask<ConnectionDecision> DecideAsync(ConnectionInit init, CancellationToken cancellationToken) =>
        init.Payload?.GetProperty("password").GetString() switch
        {
            "right" => ValueTask.FromResult(ConnectionDecision.Accept()),
            "broken" => throw new InvalidOperationException("The password is swordfish."),
            _ => ValueTask.FromResult(ConnectionDecision.Refuse("Send the password with connection_init.")),
        };
}
