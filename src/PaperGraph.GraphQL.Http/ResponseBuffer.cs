using System.Buffers;
using System.IO.Pipelines;

namespace PaperGraph.GraphQL.Http;

/// <summary>Holds a short response back, so that its length can be sent ahead of it; a long one goes straight to the output.</summary>
internal sealed class ResponseBuffer(PipeWriter output) : IBufferWriter<byte>, IDisposable
{
    private const int LongestHeld = 16 * 1024;

    private readonly byte[] held = ArrayPool<byte>.Shared.Rent(LongestHeld);
    private int written;
    private bool passesOn;

    /// <summary>Bytes of the response; null where some of them are passed on already.</summary>
    public int? Length => passesOn ? null : written;

    public void Advance(int count)
    {
        if (passesOn) output.Advance(count);
        else written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (!passesOn && held.Length - written < Math.Max(sizeHint, 1)) PassOn();
        return passesOn ? output.GetMemory(sizeHint) : held.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the output what is held, and whatever comes after.</summary>
    public void PassOn()
    {
        if (passesOn) return;
        output.Write(held.AsSpan(0, written));
        passesOn = true;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(held);
}
