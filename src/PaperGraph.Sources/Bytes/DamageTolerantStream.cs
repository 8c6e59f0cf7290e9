using ZstdSharp;

namespace PaperGraph.Sources.Bytes;

/// <summary>
/// Ends where compressed data is damaged, cut off or a bomb, so that what stands before it is read all the same. That gzip is cut off .NET
/// tells where <c>System.IO.Compression.UseStrictValidation</c> is set, as it is in the program's runtimeconfig.json.
/// </summary>
/// <param name="exceeds">Whether that many bytes are more than what they were made of allows.</param>
internal sealed class DamageTolerantStream(Stream inner, Func<long, InputDamage?> exceeds) : Stream
{
    public InputDamage? Damage { get; private set; }

    /// <summary>Whether it reads that stream as it is.</summary>
    public bool Is(Stream stream) => ReferenceEquals(inner, stream);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>How many bytes were read so far.</summary>
    public long BytesRead { get; private set; }

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (Damage is not null) return 0;
        try
        {
            return Count(inner.Read(buffer));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            Damage = InputDamage.OfCompression(damage.Message);
            return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Damage is not null) return 0;
        try
        {
            return Count(await inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            Damage = InputDamage.OfCompression(damage.Message);
            return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private static bool IsDamage(Exception exception) => exception is InvalidDataException or ZstdException or EndOfStreamException;

    private int Count(int read)
    {
        BytesRead += read;
        if (exceeds(BytesRead) is not { } bomb) return read;
        Damage = bomb;
        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
