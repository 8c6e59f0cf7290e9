using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PaperGraph.Sources.Bytes;

/// <summary>
/// The files in a zip archive whose list of files, which is at its end, is missing: by what stands before each file. Where that does not
/// say how long the file is, it is the last that is found.
/// </summary>
internal static class CutZipArchive
{
    private const int HeaderBytes = 30;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const uint OfZip64 = uint.MaxValue;

    public static IEnumerable<CutZipFile> Files(Stream stream)
    {
        var header = new byte[HeaderBytes];
        for (long? at = 0; at is { } start;)
        {
            if (!TryRead(stream, start, header) || !header.AsSpan().StartsWith("PK\u0003\u0004"u8)) yield break;
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(6));
            var method = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18));
            var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
            var content = start + HeaderBytes + name.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            var (isEncrypted, isOfUnknownLength) = ((flags & 1) != 0, (flags & 8) != 0 || length == OfZip64);
            if (!TryRead(stream, start + HeaderBytes, name) || content >= stream.Length) yield break;
            if (isEncrypted || method is not (Stored or Deflated) || (method == Stored && isOfUnknownLength)) yield break;

            at = isOfUnknownLength ? null : content + length;
            var end = Math.Min(at ?? stream.Length, stream.Length);
            yield return new CutZipFile(Encoding.UTF8.GetString(name), end - content, () =>
            {
                stream.Position = content;
                return method == Deflated ? new DeflateStream(stream, CompressionMode.Decompress, leaveOpen: true) : new Part(stream, end);
            });
        }
    }

    private static bool TryRead(Stream stream, long at, Span<byte> bytes)
    {
        stream.Position = Math.Min(at, stream.Length);
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
    }

    /// <summary>A stream from where it stands up to some byte; it stays open.</summary>
    private sealed class Part(Stream stream, long end) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            stream.Read(buffer, offset, (int)Math.Min(count, end - stream.Position));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <param name="MaxLength">How many bytes of the archive it takes at most.</param>
/// <param name="Open">Gives its bytes as they were before they were compressed, each time from the beginning.</param>
internal sealed record CutZipFile(string Name, long MaxLength, Func<Stream> Open);
