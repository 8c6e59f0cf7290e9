using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PaperGraph.Sources.Bytes;

/// <summary>
/// The bytes of one input, to be read as often as needed: inflated where they are gzip, as UTF-8 without byte order mark
/// where they are text. What cannot be read twice is put aside, in memory or in a temporary file.
/// </summary>
internal sealed class Input : IAsyncDisposable
{
    /// <summary>The most that <see cref="Probe"/> holds.</summary>
    public const int ProbeBytes = 64 * 1024;

    private readonly Stream raw;
    private readonly bool ownsRaw;
    private readonly long start;
    private long gzipLength;
    private DamageTolerantStream? current;

    private Input(Stream raw, bool ownsRaw)
    {
        this.raw = raw;
        this.ownsRaw = ownsRaw;
        start = raw.Position;
    }

    public bool IsGzip { get; private set; }

    public ByteOrderMark Mark { get; private set; } = ByteOrderMark.None;

    /// <summary>The first bytes, as <see cref="Open"/> gives them.</summary>
    public ReadOnlyMemory<byte> Probe { get; private set; }

    /// <summary>Why the bytes ended before their end, the last time they were read; null where they did not.</summary>
    public string? Damage => current?.Damage;

    public static async Task<Input> OpenAsync(Stream stream, ReadOptions options, CancellationToken cancellationToken)
    {
        var input = stream.CanSeek
            ? new Input(stream, ownsRaw: false)
            : new Input(await Spool.CopyAsync(stream, options.SpoolBytes, cancellationToken), ownsRaw: true);

        var head = await input.ReadHeadAsync(cancellationToken);
        input.IsGzip = head.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        if (input.IsGzip) input.gzipLength = await input.ReadGzipLengthAsync(cancellationToken);
        if (input.IsGzip) head = await input.ReadHeadAsync(cancellationToken);
        input.Mark = ByteOrderMark.From(head.Span);
        input.Probe = input.Mark == ByteOrderMark.None ? head : await input.ReadHeadAsync(cancellationToken);
        return input;
    }

    /// <summary>Reads from the beginning. Only one of the streams so opened is in use at a time.</summary>
    public Stream Open()
    {
        raw.Position = start;
        Stream stream = IsGzip ? new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true) : raw;
        current = new DamageTolerantStream(stream, gzipLength);
        Skip(current, Mark.Length);
        return Mark.Encoding is null
            ? current
            : Encoding.CreateTranscodingStream(current, Mark.Encoding, new UTF8Encoding(false), leaveOpen: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (ownsRaw) await raw.DisposeAsync();
    }

    private async Task<ReadOnlyMemory<byte>> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var head = new byte[ProbeBytes];
        var length = await Open().ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return head.AsMemory(0, length);
    }

    private async Task<long> ReadGzipLengthAsync(CancellationToken cancellationToken)
    {
        var trailer = new byte[4];
        if (raw.Length - start < trailer.Length) return 0;
        raw.Position = raw.Length - trailer.Length;
        await raw.ReadExactlyAsync(trailer, cancellationToken);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static void Skip(Stream stream, int length)
    {
        Span<byte> mark = stackalloc byte[4];
        stream.ReadAtLeast(mark[..length], length, throwOnEndOfStream: false);
    }
}
