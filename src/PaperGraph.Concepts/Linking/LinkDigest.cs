using System.Collections.Frozen;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Linking;

/// <summary>64 bits that tell whether something has changed, the same on every machine whose integers are little-endian.</summary>
internal static class LinkDigest
{
    public static long Compute(string text) => Compute(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>Digests the name of the value, because its number in the enum may change.</summary>
    public static long Compute<TEnum>(TEnum value)
        where TEnum : struct, Enum => DigestTable<TEnum>.Digests[value];

    public static long Compute(params ReadOnlySpan<long> values) => Compute(MemoryMarshal.AsBytes(values));

    private static long Compute(ReadOnlySpan<byte> bytes) => (long)XxHash3.HashToUInt64(bytes);

    private static class DigestTable<TEnum>
        where TEnum : struct, Enum
    {
        public static FrozenDictionary<TEnum, long> Digests { get; } =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => Compute(value.ToString()));
    }
}
