using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Accepts WebSockets with the subprotocol graphql-transport-ws from this site's pages and those of allowed origins.</summary>
internal sealed class WebSocketEndpoint(
    Engine engine,
    GraphQLHttpOptions options,
    RequestReader reader,
    CrossOrigin crossOrigin,
    OperationRunner runner,
    ResponseSender sender,
    ConcurrencyLimiter connections,
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

        using var permit = connections.AttemptAcquire();
        if (permit.IsAcquired) await RunAsync(context);
        else await ResponseWriter.WriteErrorAsync(context, ResponseMediaType.Json, RequestError.TooManyConnections(options.MaxConnections));
    }

    private async Task RunAsync(HttpContext context)
    {
        var requested = context.WebSockets.WebSocketRequestedProtocols;
        var speaks = requested.Contains(Subprotocol);
        // Of subprotocols that it asks for, a browser must be given one, or its page is not told why the connection is closed.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(speaks ? Subprotocol : requested.FirstOrDefault());
        using var connection = new WebSocketConnection(socket, sender, options.MaxBodySize, context.Abort);
        if (!speaks)
        {
            await connection.CloseAsync(new Closing(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable"));
            return;
        }
        using var session = new WebSocketSession(
            connection,
            engine.Options,
            reader,
            runner,
            sender,
            options.MaxOperationsPerConnection,
            options.ConnectionInitTimeout,
            payload => DecideAsync(context, payload));
        await session.RunAsync(stopping);
    }

    private ValueTask<ConnectionDecision> DecideAsync(HttpContext context, JsonElement? payload) =>
        options.OnConnectionInit is { } decide
            ? decide(new ConnectionInit(context, payload), context.RequestAborted)
            : ValueTask.FromResult(ConnectionDecision.Accept());
}
