using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http.ReservedStreams;

/// <summary>A stream of events for the responses of many operations, from its reservation to its end.</summary>
/// <param name="patience">How long it waits to be opened.</param>
#pragma warning disable CA1001 // Operations may use both until they see that it has ended; ended, neither holds more than memory.
internal sealed class ReservedStream(int maxOperations, TimeSpan patience, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource ended = new(patience, time);
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource<PipeWriter> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isTaken;

    public RunningOperations Operations { get; } = new(maxOperations);

    /// <summary>Cancelled when nobody opened the stream in time, its client has gone or the server wants no more of it.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>True once, for whoever opens the stream.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref isTaken, 1) != 0) return false;
        ended.CancelAfter(Timeout.InfiniteTimeSpan);
        return true;
    }

    public void Open(PipeWriter output) => opened.SetResult(output);

    public void End() => ended.Cancel();

    /// <summary>Waits until the stream is open.</summary>
    public ValueTask SendNextAsync(string id, GraphQLResponse response) => SendAsync(output =>
    {
        WriteEvent(output, "next"u8, id);
        output.Write(",\"payload\":"u8);
        response.WriteTo(output);
        output.Write("}\n\n"u8);
    });

    /// <inheritdoc cref="SendNextAsync"/>
    public ValueTask SendCompleteAsync(string id) => SendAsync(output =>
    {
        WriteEvent(output, "complete"u8, id);
        output.Write("}\n\n"u8);
    });

    public ValueTask SendKeepAliveAsync() => SendAsync(output => output.Write(StreamFormat.Events.KeepAlive));

    private async ValueTask SendAsync(Action<PipeWriter> write)
    {
        var output = await opened.Task.WaitAsync(Ended);
        await sending.WaitAsync(Ended);
        try
        {
            write(output);
            await output.FlushAsync(Ended);
        }
        finally
        {
            sending.Release();
        }
    }

    private static void WriteEvent(PipeWriter output, ReadOnlySpan<byte> name, string id)
    {
        output.Write("event: "u8);
        output.Write(name);
        output.Write("\ndata: {\"id\":\""u8);
        output.Write(JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        output.Write("\""u8);
    }
}
