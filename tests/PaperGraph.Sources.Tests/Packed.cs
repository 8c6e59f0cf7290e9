using System.IO.Compression;
using ZstdSharp;

namespace PaperGraph.Sources;

/// <summary>Bytes as programs compress them.</summary>
internal static class Packed
{
    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Zstandard(byte[] bytes)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(bytes).ToArray();
    }

    /// <summary>As programs write it that go back to the front of a file to state its length there.</summary>
    public static byte[] ZipOfStatedLengths(params (string Name, byte[] Bytes)[] files) => Zip(new MemoryStream(), files);

    /// <summary>As it is written to where nobody can go back, with the length behind each file.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files) => Zip(new OneWayStream(), files);

    private static byte[] Zip(MemoryStream packed, (string Name, byte[] Bytes)[] files)
    {
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    private sealed class OneWayStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
