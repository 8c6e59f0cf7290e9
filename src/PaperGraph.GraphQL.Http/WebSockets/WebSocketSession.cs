using System.Net.WebSockets;
using System.Text.Json;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>A connection of graphql-transport-ws from its initialisation to its close.</summary>
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
    private readonly Lock gate = new();
    private Task closing = Task.CompletedTask;
    private bool isInitialised;

    public async Task RunAsync(CancellationToken stopping)
    {
        var onStopping = stopping.Register(() => BeginClosing(new Closing(CloseCode.GoingAway, "The server is stopping.")));
        var onTimeout = init.Token.Register(() => BeginClosing(new Closing(
            CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout")));
        try
        {
            while (await connection.ReceiveAsync() is { } message) await HandleAsync(message);
            await connection.FinishAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone without closing the WebSocket.
        }
        finally
        {
            await onStopping.DisposeAsync();
            await onTimeout.DisposeAsync();
            await operations.CancelAllAsync();
            await closing;
        }
    }

    public void Dispose() => init.Dispose();

    private async ValueTask HandleAsync(ReadOnlyMemory<byte> text)
    {
        if (!ClientMessage.TryRead(text, maxJsonDepth, out var message, out var malformed))
        {
            await connection.CloseAsync(malformed);
            return;
        }
        using (message)
        {
            await (message.Type switch
            {
                "connection_init" when isInitialised =>
                    CloseAsync(new Closing(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests")),
                "connection_init" => InitialiseAsync(message),
                "ping" => connection.SendAsync(ServerMessages.WritePong),
                "pong" => ValueTask.CompletedTask,
                "subscribe" when isInitialised => SubscribeAsync(message),
                "subscribe" => CloseAsync(new Closing(CloseCode.Unauthorized, "Unauthorized")),
                "complete" when message.Id is { } id => Complete(id),
                _ => CloseAsync(Closing.BadRequest($"A message of type {Excerpt.From(message.Type)} is not expected here.")),
            });
        }
    }

    private ValueTask CloseAsync(Closing reason) => new(connection.CloseAsync(reason));

    private ValueTask Complete(string id)
    {
        operations.Cancel(id);
        return ValueTask.CompletedTask;
    }

    private async ValueTask InitialiseAsync(ClientMessage message)
    {
        isInitialised = true;
        init.Dispose();
        if (message.Payload is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            await connection.CloseAsync(Closing.BadRequest("The payload of a message of type connection_init must be an object."));
            return;
        }
        try
        {
            var decision = await decide(message.Payload is { ValueKind: JsonValueKind.Object } payload ? payload : null);
            if (decision.IsAccepted) await connection.SendAsync(output => ServerMessages.WriteConnectionAck(output, decision.Payload));
            else await connection.CloseAsync(new Closing(CloseCode.Forbidden, decision.Reason));
        }
#pragma warning disable CA1031 // As in RunOperationAsync.
        catch (Exception exception) when (exception is not (WebSocketException or OperationCanceledException))
#pragma warning restore CA1031
        {
            await connection.CloseAsync(Unexpected(exception, "connection_init"));
        }
    }

    private async ValueTask SubscribeAsync(ClientMessage message)
    {
        if (message.Id is not { Length: > 0 } id)
        {
            await connection.CloseAsync(Closing.BadRequest("A message of type subscribe must have an id."));
            return;
        }
        if (id.Length > RunningOperations.MaxIdLength)
        {
            await connection.CloseAsync(Closing.BadRequest(RequestError.OperationIdTooLong(RunningOperations.MaxIdLength).Message));
            return;
        }
        var read = reader.Read(message.PayloadText);
        if (!read.TryGet(out var parameters, out var error) && error.Outcome == Outcome.Malformed)
        {
            await connection.CloseAsync(Closing.BadRequest(error.Message));
            return;
        }
        switch (operations.Start(id, cancellationToken => RunOperationAsync(id, read, cancellationToken)))
        {
            case OperationStart.Started:
                return;
            case OperationStart.IdIsTaken:
                parameters?.Dispose();
                await connection.CloseAsync(
                    new Closing(CloseCode.SubscriberAlreadyExists, $"Subscriber for {Excerpt.From(id)} already exists"));
                return;
            case OperationStart.TooMany:
                parameters?.Dispose();
                await SendErrorAsync(id, RequestError.TooManyOperations(operations.Limit).ToResponse());
                return;
        }
    }

    private async Task RunOperationAsync(string id, Result<RequestParameters> read, CancellationToken cancellationToken)
    {
        try
        {
            if (!read.TryGet(out var parameters, out var error))
            {
                await EndWithErrorAsync(id, error);
                return;
            }
            using (parameters) await StreamAsync(id, parameters.ToRequest(noMutations: false), cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has completed the operation, or gone.
        }
#pragma warning disable CA1031 // A mistake of ours: the host is told what it was, the client that there was one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await CloseQuietlyAsync(Unexpected(exception, "subscription"));
        }
    }

    private async Task StreamAsync(string id, GraphQLRequest request, CancellationToken cancellationToken)
    {
        await foreach (var response in runner.RunAsync(request, cancellationToken))
        {
            ResponseBuffer? message;
            RequestError? error;
            using (response)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (response.IsRequestError)
                {
                    await EndWithErrorAsync(id, response);
                    return;
                }
                sender.TryBuffer(output => ServerMessages.WriteNext(output, id, response), out message, out error);
            }
            if (error is not null)
            {
                await EndWithErrorAsync(id, error);
                return;
            }
            using (message) await connection.SendAsync(message!);
        }
        if (operations.TryEnd(id)) await connection.SendAsync(output => ServerMessages.WriteComplete(output, id));
    }

    private async Task EndWithErrorAsync(string id, RequestError error)
    {
        using var response = error.ToResponse();
        await EndWithErrorAsync(id, response);
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

    /// <summary>Closes the connection without being waited for; the session does not end before that is done.</summary>
    private void BeginClosing(Closing reason)
    {
        lock (gate) closing = Task.WhenAll(closing, CloseQuietlyAsync(reason));
    }

    private async Task CloseQuietlyAsync(Closing reason)
    {
        try
        {
            await connection.CloseAsync(reason);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }
}
