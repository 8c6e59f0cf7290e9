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
    private readonly TaskCompletionSource<OperationAcceptance> acceptance = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the operation was accepted; known as soon as its first response is, or has to be waited for.</summary>
    public Task<OperationAcceptance> Acceptance => acceptance.Task;

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
            acceptance.TrySetResult(new Accepted());
        }
    }

    private async Task SendResponsesAsync(CancellationToken cancellationToken)
    {
        await using var responses = runner.RunAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = responses.MoveNextAsync();
        if (next.IsCompletedSuccessfully && responses.Current is { IsRequestError: true } response)
        {
            stream.Operations.TryEnd(id);
            acceptance.SetResult(new Rejected(response));
            return;
        }
        acceptance.SetResult(new Accepted());
        var goesOn = true;
        while (goesOn && await next)
        {
            using var body = Buffer(responses.Current, out goesOn);
            cancellationToken.ThrowIfCancellationRequested();
            await stream.SendAsync(body);
            if (goesOn) next = responses.MoveNextAsync();
        }
        if (!stream.Operations.TryEnd(id)) return;
        using var complete = sender.Buffer(output => ReservedEventStream.WriteComplete(output, id));
        await stream.SendAsync(complete);
    }

    /// <param name="goesOn">False where the response is an error in place of one that cannot be buffered, and so the last.</param>
    private ResponseBuffer Buffer(GraphQLResponse response, out bool goesOn)
    {
        using var written = response;
        goesOn = sender.TryBuffer(output => ReservedEventStream.WriteNext(output, id, response), out var body, out var error);
        if (goesOn) return body!;
        using var last = error!.ToResponse();
        return sender.Buffer(output => ReservedEventStream.WriteNext(output, id, last));
    }
}
