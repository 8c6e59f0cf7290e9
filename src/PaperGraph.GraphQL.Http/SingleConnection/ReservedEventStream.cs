using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.SingleConnection;

/// <summary>A stream of events for the responses of many operations, from its reservation to its end.</summary>
#pragma warning disable CA1001 // Operations may use both until they see that it has ended; ended, neither holds more than memory.
internal sealed class ReservedEventStream
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource ended;
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource<Output> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action releaseReservation;
    private int isTaken;

    /// <param name="openTimeout">How long it waits to be opened.</param>
    /// <param name="releaseReservation">Called once, when it is opened or will not be any more.</param>
    public ReservedEventStream(int maxOperations, TimeSpan openTimeout, TimeProvider time, Action releaseReservation)
    {
        this.releaseReservation = releaseReservation;
        Operations = new(maxOperations);
        ended = new(openTimeout, time);
        ended.Token.Register(() => TryTake());
    }

    public RunningOperations Operations { get; }

    /// <summary>Cancelled when nobody opened the stream in time, its client has gone or the server wants no more of it.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>Opens the stream; true only for the first caller.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref isTaken, 1) != 0) return false;
        releaseReservation();
        if (!ended.IsCancellationRequested) ended.CancelAfter(Timeout.InfiniteTimeSpan);
        return true;
    }

    /// <param name="abort">Ends the connection of a client that does not take what is sent.</param>
    public void Open(PipeWriter writer, ResponseSender sender, Action abort) => opened.SetResult(new(writer, sender, abort));

    public void End() => ended.Cancel();

    /// <summary>Waits until the stream is open.</summary>
    public async ValueTask SendAsync(ResponseBuffer text)
    {
        var output = await opened.Task.WaitAsync(Ended);
        text.BeginWaiting(output.Abort);
        await sending.WaitAsync(Ended);
        try
        {
            await output.Sender.SendAsync(text, output.Writer, output.Abort, Ended);
        }
        finally
        {
            sending.Release();
        }
    }

    public static void WriteNext(IBufferWriter<byte> output, string id, GraphQLResponse response)
    {
        WriteEvent(output, "next"u8, id);
        output.Write(",\"payload\":"u8);
        response.WriteTo(output);
        output.Write("}\n\n"u8);
    }

    public static void WriteComplete(IBufferWriter<byte> output, string id)
    {
        WriteEvent(output, "complete"u8, id);
        output.Write("}\n\n"u8);
    }

    private static void WriteEvent(IBufferWriter<byte> output, ReadOnlySpan<byte> name, string id)
    {
        output.Write("event: "u8);
        output.Write(name);
        output.Write("\ndata: {\"id\":\""u8);
        output.Write(JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        output.Write("\""u8);
    }

    private sealed record Output(PipeWriter Writer, ResponseSender Sender, Action Abort);
}
