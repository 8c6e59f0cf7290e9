using System.Buffers;

namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>A response that is made and not sent. What is longer than its first block counts among the unsent bytes of all.</summary>
/// <param name="maxLength">The length that a response may have, in bytes.</param>
internal sealed class ResponseBuffer(int maxLength, UnsentShare share) : IBufferWriter<byte>, IDisposable
{
    private const int FirstBlock = 16 * 1024;
    private const int LaterBlock = 64 * 1024;

    private readonly List<(byte[] Bytes, int Count)> blocks = [];
    private byte[] last = ArrayPool<byte>.Shared.Rent(FirstBlock);
    private int count;
    private long lengthBefore;

    public long Length => lengthBefore + count;

    /// <summary>Whether the whole response is in one block, and that.</summary>
    public bool TryGetOnlyBlock(out ReadOnlyMemory<byte> whole)
    {
        whole = last.AsMemory(0, count);
        return blocks.Count == 0;
    }

    public IEnumerable<ReadOnlyMemory<byte>> Blocks =>
        blocks.Select(block => new ReadOnlyMemory<byte>(block.Bytes, 0, block.Count)).Append(last.AsMemory(0, count));

    public void Advance(int written) => count += written;

    /// <exception cref="RequestErrorException">The response is too long, or too many bytes wait to be sent already.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (last.Length - count < Math.Max(sizeHint, 1)) AddBlock(Math.Max(sizeHint, LaterBlock));
        return last.AsMemory(count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <exception cref="RequestErrorException"/>
    public void CheckLength()
    {
        if (Length > maxLength) throw new RequestErrorException(RequestError.ResponseTooLong(maxLength));
    }

    /// <summary>Notes that the response is being sent from now on.</summary>
    /// <param name="end">Ends the connection, should others need the room.</param>
    public void BeginWaiting(Action end)
    {
        if (blocks.Count > 0) share.BeginWaiting(end);
    }

    /// <summary>Sends the blocks in their order, the last of them marked, and gives each back as soon as it is sent.</summary>
    public async ValueTask DrainAsync(Func<ReadOnlyMemory<byte>, bool, ValueTask> send)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            var (bytes, written) = blocks[index];
            await send(bytes.AsMemory(0, written), false);
            blocks[index] = ([], 0);
            ArrayPool<byte>.Shared.Return(bytes);
            if (index > 0) share.GiveBack(bytes.Length);
        }
        await send(last.AsMemory(0, count), true);
    }

    public void Dispose()
    {
        foreach (var (bytes, _) in blocks)
            if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        blocks.Clear();
        if (last.Length > 0) ArrayPool<byte>.Shared.Return(last);
        last = [];
        share.Dispose();
    }

    private void AddBlock(int size)
    {
        CheckLength();
        var block = ArrayPool<byte>.Shared.Rent(size);
        if (!share.TryTake(block.Length))
        {
            ArrayPool<byte>.Shared.Return(block);
            throw new RequestErrorException(RequestError.TooMuchUnsent(share.MaxBytes));
        }
        blocks.Add((last, count));
        lengthBefore += count;
        (last, count) = (block, 0);
    }
}
