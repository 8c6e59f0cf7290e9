using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Data.Stages;

/// <summary>
/// Tells whether rows that are to be stored are those that were stored last: the XXH3 of some values, the same on every machine. Made
/// for one set of values after the other.
/// </summary>
public sealed class RowDigest
{
    private readonly XxHash3 hash = new();

    public RowDigest Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.Append(bytes);
        return this;
    }

    public RowDigest Add(float value) => Add((long)BitConverter.SingleToInt32Bits(value));

    /// <summary>A text with its length, so that two texts are not one that is cut elsewhere.</summary>
    public RowDigest Add(string value)
    {
        Add((long)value.Length);
        if (BitConverter.IsLittleEndian) hash.Append(MemoryMarshal.AsBytes(value.AsSpan()));
        else hash.Append(Encoding.Unicode.GetBytes(value));
        return this;
    }

    /// <summary>Bytes with their number; null is none.</summary>
    public RowDigest Add(byte[]? value)
    {
        Add((long)(value?.Length ?? -1));
        hash.Append(value.AsSpan());
        return this;
    }

    /// <summary>The name by which the value is stored: its number in the enum may change.</summary>
    public RowDigest Add<TEnum>(TEnum value)
        where TEnum : struct, Enum => Add(EnumName.For(value));

    /// <summary>The digest of what was added since the last call.</summary>
    public long Take()
    {
        var digest = (long)hash.GetCurrentHashAsUInt64();
        hash.Reset();
        return digest;
    }
}
