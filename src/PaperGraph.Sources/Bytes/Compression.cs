using System.IO.Compression;
using ZstdSharp;

namespace PaperGraph.Sources.Bytes;

/// <summary>How the bytes of a file are compressed, told by how they begin.</summary>
internal enum Compression
{
    None,
    Gzip,
    Zstandard,
}

internal static class CompressionExtensions
{
    public static Compression Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => Compression.Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Compression.Zstandard,
        _ => Compression.None,
    };

    /// <summary>What the bytes were before they were compressed. The stream given stays open.</summary>
    public static Stream Inflate(this Compression compression, Stream stream) => compression switch
    {
        Compression.Gzip => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true),
        Compression.Zstandard => new DecompressionStream(stream, leaveOpen: true),
        _ => stream,
    };
}
