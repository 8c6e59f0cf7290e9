using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Accepts WebSockets that speak graphql-transport-ws, from this site's pages and those of allowed ones.</summary>
internal sealed class WebSocketEndpoint(
    Engine engine,
    GraphQLHttpOptions options,
    RequestReader reader,
    CrossOrigin crossOrigin,
    OperationRunner runner,
    Places connections,
    CancellationToken stopping)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task AnswerAsync(HttpContext context)
    {
        if (!crossOrigin.MayConnect(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!connections.TryTake())
        {
            await ResponseWriter.RefuseAsync(context, MediaType.Json, Refusal.TooManyConnections(connections.Limit));
            return;
        }
        try
        {
            await RunAsync(context);
        }
        finally
        {
            connections.Leave();
        }
    }

    private async Task RunAsync(HttpContext context)
    {
        var speaks = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(speaks ? Subprotocol : null);
        using var connection = new WebSocketConnection(socket, options.MaxBodySize);
        if (speaks)
            await new WebSocketSession(connection, engine.Options, reader, runner).RunAsync(options.ConnectionInitTimeout, stopping);
        else
            await connection.CloseAsync(new Closing(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable"));
    }
}
