using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.SingleConnection;

/// <summary>An operation whose responses go to a reserved stream.</summary>
/// <param name="parameters">What <paramref name="request"/> was read from; disposed with the operation's end.</param>
internal sealed class SingleConnectionOperation(
    string id,
    RequestParameters parameters,
    GraphQLRequest request,
    ReservedEventStream stream,
    OperationRunner runner,
    ResponseSender sender,
    EngineOptions options)
{
    private readonly TaskCompletionSource<GraphQLResponse?> refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The response that refuses the request; null as soon as there is none to wait for.</summary>
    public Task<GraphQLResponse?> Refused => refused.Task;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var held = parameters;
        try
        {
            await SendResponsesAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The client has ended the operation, or gone.
        }
#pragma warning disable CA1031 // A mistake of ours: the host is told what it was; of the client's stream, who knows what was sent.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            options.OnUnexpectedError?.Invoke(exception, "subscription");
            stream.End();
        }
        finally
        {
            refused.TrySetResult(null);
        }
    }

    private async Task SendResponsesAsync(CancellationToken cancellationToken)
    {
        await using var responses = runner.RunAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = responses.MoveNextAsync();
        if (next.IsCompletedSuccessfully && responses.Current is { IsRequestError: true } refusal)
        {
            stream.Operations.TryEnd(id);
            refused.SetResult(refusal);
            return;
        }
        refused.SetResult(null);
        var goesOn = true;
        while (goesOn && await next)
        {
            using var body = Hold(responses.Current, out goesOn);
            cancellationToken.ThrowIfCancellationRequested();
            await stream.SendAsync(body);
            if (goesOn) next = responses.MoveNextAsync();
        }
        if (!stream.Operations.TryEnd(id)) return;
        using var complete = sender.Hold(output => ReservedEventStream.WriteComplete(output, id));
        await stream.SendAsync(complete);
    }

    /// <param name="goesOn">False where the response is an error in place of one that cannot be held, and so the last.</param>
    private ResponseBuffer Hold(GraphQLResponse response, out bool goesOn)
    {
        using var held = response;
        var body = sender.TryHold(output => ReservedEventStream.WriteNext(output, id, response), out var refusal);
        goesOn = body is not null;
        if (body is not null) return body;
        using var error = refusal!.ToResponse();
        return sender.Hold(output => ReservedEventStream.WriteNext(output, id, error));
    }
}
