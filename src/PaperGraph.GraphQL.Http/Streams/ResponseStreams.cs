using System.Buffers;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.Streams;

/// <summary>Operations that are answered with several responses, each over a connection of its own.</summary>
/// <param name="keepAlive">How long a stream may be silent before a comment shows that it is still there.</param>
/// <param name="stopping">Ends all streams, so that the host can stop.</param>
internal sealed class ResponseStreams(
    TimeProvider time, ConcurrencyLimiter subscriptions, ResponseSender sender, TimeSpan keepAlive, CancellationToken stopping)
{
    /// <summary>False, with nothing sent, where there are as many subscriptions as may be.</summary>
    public async Task<bool> TrySendAsync(HttpContext context, StreamFormat format, GraphQLResponseStream responses)
    {
        using var permit = subscriptions.AttemptAcquire();
        if (!permit.IsAcquired) return false;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await SendAsync(context, format, responses, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, or the host is stopping: the stream ends where it is, and the client comes again.
        }
        return true;
    }

    public static void SetHeaders(HttpResponse http, StreamFormat format)
    {
        http.ContentType = format.ContentType;
        http.Headers.CacheControl = "no-cache";
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers["X-Accel-Buffering"] = "no";
    }

    private async Task SendAsync(HttpContext context, StreamFormat format, GraphQLResponseStream responses, CancellationToken ended)
    {
        SetHeaders(context.Response, format);
        var output = context.Response.BodyWriter;
        output.Write(format.Begin);
        await sender.FlushAsync(output, context.Abort, ended);

        await using var enumerator = responses.GetAsyncEnumerator(ended);
        var goesOn = true;
        while (goesOn && await NextAsync(context, enumerator, format))
        {
            using var body = Buffer(format, enumerator.Current, out goesOn);
            await sender.SendAsync(body, output, context.Abort, ended);
        }
        output.Write(format.End);
        await sender.FlushAsync(output, context.Abort, ended);
    }

    /// <param name="goesOn">False where the response is an error in place of one that cannot be buffered, and so the last.</param>
    private ResponseBuffer Buffer(StreamFormat format, GraphQLResponse response, out bool goesOn)
    {
        using var written = response;
        goesOn = sender.TryBuffer(output => format.Write(output, response), out var body, out var error);
        if (goesOn) return body!;
        using var last = error!.ToResponse();
        return sender.Buffer(output => format.Write(output, last));
    }

    private async Task<bool> NextAsync(HttpContext context, IAsyncEnumerator<GraphQLResponse> responses, StreamFormat format)
    {
        var next = responses.MoveNextAsync().AsTask();
        while (true)
        {
            try
            {
                return await next.WaitAsync(keepAlive, time, CancellationToken.None);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                context.Response.BodyWriter.Write(format.KeepAlive);
                await sender.FlushAsync(context.Response.BodyWriter, context.Abort, CancellationToken.None);
            }
        }
    }
}
