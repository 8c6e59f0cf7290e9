using System.Net.WebSockets;
using System.Text.Json;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>One connection by graphql-transport-ws, from init to close.</summary>
/// <param name="initTimeout">How long the client may take to send <c>connection_init</c>.</param>
/// <param name="decide">Whether the client may ask, by what it says of itself.</param>
internal sealed class WebSocketSession(
    WebSocketConnection connection,
    EngineOptions options,
    RequestReader reader,
    OperationRunner runner,
    ResponseSender sender,
    int maxOperations,
    TimeSpan initTimeout,
    Func<JsonElement?, ValueTask<ConnectionDecision>> decide) : IDisposable
{
    private readonly RunningOperations operations = new(maxOperations);
    private readonly int maxJsonDepth = options.Limits.MaxInputDepth + 18;
    private readonly CancellationTokenSource init = new(initTimeout, options.Time);
    private bool isInitialised;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var stop = stopping.Register(() => Close(new Closing(CloseCode.GoingAway, "The server is stopping.")));
        init.Token.Register(() => Close(new Closing(
            CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout")));
        try
        {
            while (await connection.ReceiveAsync() is { } message)
            {
                if (await HandleAsync(message) is { } closing) await connection.CloseAsync(closing);
            }
            await connection.FinishAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone without a word.
        }
        finally
        {
            await operations.CancelAllAsync();
        }
    }

    public void Dispose() => init.Dispose();

    /// <summary>Why the connection must be closed; null where it goes on.</summary>
    private async ValueTask<Closing?> HandleAsync(ReadOnlyMemory<byte> text)
    {
        if (ClientMessage.Read(text, maxJsonDepth, out var closing) is not { } message) return closing;
        using (message)
        {
            switch (message.Type)
            {
                case "connection_init":
                    return isInitialised
                        ? new Closing(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests")
                        : await InitialiseAsync(message);
                case "ping":
                    await connection.SendAsync(ServerMessages.WritePong);
                    return null;
                case "pong":
                    return null;
                case "subscribe":
                    return isInitialised ? await SubscribeAsync(message) : new Closing(CloseCode.Unauthorized, "Unauthorized");
                case "complete" when message.Id is { } id:
                    operations.Cancel(id);
                    return null;
                default:
                    return Closing.BadRequest($"A message of type {Excerpt.From(message.Type)} is not expected here.");
            }
        }
    }

    private async ValueTask<Closing?> InitialiseAsync(ClientMessage message)
    {
        isInitialised = true;
        init.Dispose();
        if (message.Payload is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            return Closing.BadRequest("The payload of a message of type connection_init must be an object.");
        try
        {
            var decision = await decide(message.Payload is { ValueKind: JsonValueKind.Object } payload ? payload : null);
            if (!decision.IsAccepted) return new Closing(CloseCode.Forbidden, decision.Reason);
            await connection.SendAsync(output => ServerMessages.WriteConnectionAck(output, decision.Payload));
            return null;
        }
#pragma warning disable CA1031 // As in RunOperationAsync.
        catch (Exception exception) when (exception is not (WebSocketException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return Unexpected(exception, "connection_init");
        }
    }

    private async ValueTask<Closing?> SubscribeAsync(ClientMessage message)
    {
        if (message.Id is not { Length: > 0 } id) return Closing.BadRequest("A message of type subscribe must have an id.");
        if (id.Length > RunningOperations.MaxIdLength)
            return Closing.BadRequest(RequestError.OperationIdTooLong(RunningOperations.MaxIdLength).Message);
        var parameters = new RequestParameters();
        var refusal = reader.Read(message.PayloadText, parameters);
        if (refusal is { Outcome: Outcome.Malformed })
        {
            parameters.Dispose();
            return Closing.BadRequest(refusal.Message);
        }
        var start = operations.Start(id, cancellationToken => RunOperationAsync(id, parameters, refusal, cancellationToken));
        if (start == OperationStart.Started) return null;
        parameters.Dispose();
        if (start == OperationStart.IdIsTaken) return new Closing(CloseCode.SubscriberAlreadyExists, $"Subscriber for {Excerpt.From(id)} already exists");
        await SendErrorAsync(id, RequestError.TooManyOperations(operations.Limit).ToResponse());
        return null;
    }

    private async Task RunOperationAsync(string id, RequestParameters parameters, RequestError? refusal, CancellationToken cancellationToken)
    {
        using var held = parameters;
        try
        {
            if (refusal is null) await StreamAsync(id, parameters.ToRequest(noMutations: false), cancellationToken);
            else await EndWithErrorAsync(id, refusal.ToResponse());
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has completed the operation, or gone.
        }
#pragma warning disable CA1031 // A mistake of ours: the host is told what it was, the client that there was one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Close(Unexpected(exception, "subscription"));
        }
    }

    private async Task StreamAsync(string id, GraphQLRequest request, CancellationToken cancellationToken)
    {
        await foreach (var response in runner.RunAsync(request, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (response.IsRequestError)
            {
                using var refused = response;
                await EndWithErrorAsync(id, refused);
                return;
            }
            using var message = Hold(id, response, out var refusal);
            if (message is null)
            {
                await EndWithErrorAsync(id, refusal!.ToResponse());
                return;
            }
            await connection.SendAsync(message);
        }
        if (operations.TryEnd(id)) await connection.SendAsync(output => ServerMessages.WriteComplete(output, id));
    }

    private ResponseBuffer? Hold(string id, GraphQLResponse response, out RequestError? refusal)
    {
        using var held = response;
        return sender.TryHold(output => ServerMessages.WriteNext(output, id, response), out refusal);
    }

    private async Task EndWithErrorAsync(string id, GraphQLResponse response)
    {
        if (operations.TryEnd(id)) await SendErrorAsync(id, response);
    }

    private ValueTask SendErrorAsync(string id, GraphQLResponse response) =>
        connection.SendAsync(output => ServerMessages.WriteError(output, id, response));

    private Closing Unexpected(Exception exception, string where)
    {
        options.OnUnexpectedError?.Invoke(exception, where);
        return new Closing(CloseCode.InternalServerError, "Internal server error");
    }

    private async void Close(Closing closing)
    {
        try
        {
            await connection.CloseAsync(closing);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }
}
