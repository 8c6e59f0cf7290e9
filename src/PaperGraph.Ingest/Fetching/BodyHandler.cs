using System.Net;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Ingest.Fetching;

/// <summary>
/// Puts the answer aside as a part of each attempt, so that one which breaks off is asked for again like one which never came: nobody
/// behind this sees half an answer. In memory where it is short, else in a temporary file.
/// </summary>
internal sealed class BodyHandler(FetchOptions options, TimeProvider time) : DelegatingHandler
{
    private const int MemoryBytes = 1 << 20;

    /// <summary>The beginning of an answer that tells of a failure, to be quoted.</summary>
    private const int MaxErrorBytes = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await RespondAsync(request, cancellationToken);
        try
        {
            var sent = response.Content;
            await using var body = new WatchedStream(await sent.ReadAsStreamAsync(cancellationToken), options, time);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                if (sent.Headers.ContentLength > options.MaxSize) throw new AnswerTooLongException();
                response.Content = new StreamContent(await Spool.CopyAsync(body, MemoryBytes, cancellationToken));
                response.Content.Headers.LastModified = sent.Headers.LastModified;
            }
            else
            {
                var head = new byte[MaxErrorBytes];
                response.Content = new ByteArrayContent(head, 0, await ReadHeadAsync(body, head, cancellationToken));
            }
            sent.Dispose();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(options.MaxSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, $"no answer came for {options.MaxSilence.TotalSeconds:0} seconds");
        }
    }

    /// <summary>An error that breaks off is told by what came of it.</summary>
    private static async Task<int> ReadHeadAsync(Stream body, byte[] head, CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            for (int read; length < head.Length && (read = await body.ReadAsync(head.AsMemory(length), cancellationToken)) > 0;)
                length += read;
        }
        catch (HttpRequestException)
        {
        }
        return length;
    }
}
