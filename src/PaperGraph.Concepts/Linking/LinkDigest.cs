using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>64 bits that tell whether something has changed, the same on every machine whose integers are little-endian.</summary>
internal static class LinkDigest
{
    public static long Compute(string text) => Compute(MemoryMarshal.AsBytes(text.AsSpan()));

    public static long Compute(params ReadOnlySpan<long> values) => Compute(MemoryMarshal.AsBytes(values));

    private static long Compute(ReadOnlySpan<byte> bytes) => (long)XxHash3.HashToUInt64(bytes);
}
