using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Data.Stages;

/// <summary>
/// Tells whether rows that are to be stored are those that were stored last: 64 bits of the SHA-256 of some values, the same on
/// every machine. Made for one set of values after the other.
/// </summary>
public sealed class RowDigest
{
    private readonly ArrayBufferWriter<byte> values = new(1024);

    public RowDigest Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(values.GetSpan(sizeof(long)), value);
        values.Advance(sizeof(long));
        return this;
    }

    public RowDigest Add(float value) => Add((long)BitConverter.SingleToInt32Bits(value));

    /// <summary>A text with its length, so that two texts are not one that is cut elsewhere.</summary>
    public RowDigest Add(string value)
    {
        Add((long)value.Length);
        Encoding.UTF8.GetBytes(value, values);
        return this;
    }

    /// <summary>The digest of what was added since the last call.</summary>
    public long Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(values.WrittenSpan, hash);
        values.ResetWrittenCount();
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
