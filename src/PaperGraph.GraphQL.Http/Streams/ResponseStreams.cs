using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http.Streams;

/// <summary>Operations that are answered with several responses, each over a connection of its own.</summary>
/// <param name="keepAlive">How long a stream may be silent before a comment shows that it is still there.</param>
/// <param name="stopping">Ends all streams, so that the host can stop.</param>
internal sealed class ResponseStreams(Engine engine, Places places, TimeSpan keepAlive, CancellationToken stopping)
{
    /// <summary>False, with nothing sent, where there are as many subscriptions as may be.</summary>
    /// <param name="refused">To be answered several times; see <see cref="Engine.StreamAsync(GraphQLResponse, IServiceProvider, CancellationToken)"/>.</param>
    public async Task<bool> TrySendAsync(HttpContext context, StreamFormat format, GraphQLResponse refused)
    {
        if (!places.TryTake()) return false;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await SendAsync(context, format, refused, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, or the host is stopping: the stream ends where it is, and the client comes again.
        }
        finally
        {
            places.Leave();
        }
        return true;
    }

    /// <summary>The only response, for clients that take nothing but events.</summary>
    public static async Task SendOnceAsync(HttpContext context, GraphQLResponse response)
    {
        SetHeaders(context.Response, StreamFormat.Events);
        var output = context.Response.BodyWriter;
        output.Write(StreamFormat.Events.Begin);
        Write(output, StreamFormat.Events, response);
        output.Write(StreamFormat.Events.End);
        await output.FlushAsync(context.RequestAborted);
    }

    public static void SetHeaders(HttpResponse http, StreamFormat format)
    {
        http.ContentType = format.ContentType;
        http.Headers.CacheControl = "no-cache";
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers["X-Accel-Buffering"] = "no";
    }

    private async Task SendAsync(HttpContext context, StreamFormat format, GraphQLResponse refused, CancellationToken ended)
    {
        SetHeaders(context.Response, format);
        var output = context.Response.BodyWriter;
        output.Write(format.Begin);
        await output.FlushAsync(ended);

        await using var responses = engine.StreamAsync(refused, context.RequestServices, ended).GetAsyncEnumerator(ended);
        while (await NextAsync(responses, output, format))
        {
            using var response = responses.Current;
            Write(output, format, response);
            await output.FlushAsync(ended);
        }
        output.Write(format.End);
        await output.FlushAsync(ended);
    }

    private static void Write(PipeWriter output, StreamFormat format, GraphQLResponse response)
    {
        output.Write(format.BeforeEach);
        response.WriteTo(output);
        output.Write(format.AfterEach);
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<GraphQLResponse> responses, PipeWriter output, StreamFormat format)
    {
        var next = responses.MoveNextAsync().AsTask();
        while (true)
        {
            try
            {
                return await next.WaitAsync(keepAlive, engine.Options.Time, CancellationToken.None);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                output.Write(format.KeepAlive);
                await output.FlushAsync(CancellationToken.None);
            }
        }
    }
}
