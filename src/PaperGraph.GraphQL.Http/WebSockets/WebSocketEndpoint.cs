using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Accepts WebSockets that speak graphql-transport-ws, from this site's pages and those of allowed ones.</summary>
internal sealed class WebSocketEndpoint(
    Engine engine, GraphQLHttpOptions options, RequestReader reader, CrossOrigin crossOrigin, Places places, CancellationToken stopping)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task AnswerAsync(HttpContext context)
    {
        if (!crossOrigin.MayConnect(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var speaks = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(speaks ? Subprotocol : null);
        using var connection = new WebSocketConnection(socket, options.MaxBodySize);
        if (!speaks)
        {
            await connection.CloseAsync(new Closing(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable"));
            return;
        }
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        await new WebSocketSession(connection, engine, reader, places, scopes).RunAsync(options.ConnectionInitTimeout, stopping);
    }
}
