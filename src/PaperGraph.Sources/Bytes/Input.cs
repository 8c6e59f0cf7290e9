using System.Text;

namespace PaperGraph.Sources.Bytes;

/// <summary>
/// The bytes of one input, to be read as often as needed: inflated where they are compressed, as UTF-8 without byte order mark
/// where they are text.
/// </summary>
internal sealed class Input : IAsyncDisposable
{
    private readonly Func<Stream> reopen;
    private readonly InflationLimits limits;
    private readonly long? archivedLength;
    private Compression compression;
    private Stream? raw;
    private DamageTolerantStream? current;

    private Input(Func<Stream> reopen, InflationLimits limits, long? archivedLength)
    {
        this.reopen = reopen;
        this.limits = limits;
        this.archivedLength = archivedLength;
    }

    public ByteOrderMark Mark { get; private set; } = ByteOrderMark.None;

    /// <summary>The first bytes, as <see cref="Open"/> gives them.</summary>
    public Probe Probe { get; private set; } = new(default);

    /// <summary>Why the bytes ended before their end, the last time they were read; null where they did not.</summary>
    public InputDamage? Damage => current?.Damage;

    /// <summary>The most bytes that were read at a time so far.</summary>
    public long InflatedLength { get; private set; }

    /// <param name="reopen">Gives the bytes from their beginning, each time anew.</param>
    /// <param name="archivedLength">How long the bytes are in the archive that holds them; null where they lie in none.</param>
    public static async Task<Input> OpenAsync(
        Func<Stream> reopen, ReadOptions options, long? archivedLength, CancellationToken cancellationToken)
    {
        var input = new Input(reopen, InflationLimits.From(options), archivedLength);
        var head = await input.ReadHeadAsync(cancellationToken);
        input.compression = CompressionExtensions.Find(head.Span);
        if (input.compression != Compression.None) head = await input.ReadHeadAsync(cancellationToken);
        input.Mark = ByteOrderMark.From(head.Span);
        input.Probe = new Probe(input.Mark == ByteOrderMark.None ? head : await input.ReadHeadAsync(cancellationToken));
        return input;
    }

    /// <summary>Reads from the beginning. Only one of the streams so opened is in use at a time.</summary>
    public Stream Open()
    {
        Close();
        var opened = raw = reopen();
        current = new DamageTolerantStream(compression.Inflate(opened), length => Exceeds(length, opened));
        Skip(current, Mark.Length);
        return Mark.Encoding is null
            ? current
            : Encoding.CreateTranscodingStream(current, Mark.Encoding, new UTF8Encoding(false), leaveOpen: true);
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>The streams of an archive are opened for this input alone; another belongs to whoever gave it.</summary>
    private void Close()
    {
        if (current is null) return;
        InflatedLength = Math.Max(InflatedLength, current.BytesRead);
        if (!current.Is(raw!)) current.Dispose();
        if (archivedLength is not null) raw!.Dispose();
        current = null;
    }

    /// <summary>What lies in an archive is inflated there already, whether or not it is compressed once more.</summary>
    private InputDamage? Exceeds(long length, Stream opened) =>
        (archivedLength is not null || compression != Compression.None)
        && limits.AreExceeded(length, archivedLength ?? opened.Position)
            ? InputDamage.TooManyBytes(limits)
            : null;

    private async Task<ReadOnlyMemory<byte>> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var head = new byte[Probe.MaxBytes];
        var length = await Open().ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return head.AsMemory(0, length);
    }

    private static void Skip(Stream stream, int length)
    {
        Span<byte> mark = stackalloc byte[4];
        stream.ReadAtLeast(mark[..length], length, throwOnEndOfStream: false);
    }
}
