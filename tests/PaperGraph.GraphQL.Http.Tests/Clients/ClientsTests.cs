using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Clients;

/// <summary>The server with the clients that others use: npm's <c>graphql-ws</c> and <c>graphql-sse</c>.</summary>
public sealed class ClientsTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [NodeFact]
    public async Task They_receive_what_they_ask_for()
    {
        var clients = new NodeProject("Clients");
        await clients.InstallAsync("graphql-ws");

        var (exitCode, output) = await clients.RunAsync("node", "clients.mjs", server.Address.ToString());

        exitCode.ShouldBe(0, output);
        Snapshot.Match(output, "clients.txt");
    }
}
