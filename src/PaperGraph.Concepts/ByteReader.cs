using System.Buffers.Binary;

namespace PaperGraph.Concepts;

/// <summary>Reads what <see cref="BinaryWriter"/> has written, and is then stored.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    public bool IsAtEnd => left.IsEmpty;

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public byte Byte() => Take(1)[0];

    /// <summary>Seven bits a byte, the lowest first, as <see cref="BinaryWriter.Write7BitEncodedInt"/> has them.</summary>
    public int Int32() => (int)Packed64();

    /// <inheritdoc cref="Int32"/>
    public long Packed64()
    {
        var (value, shift) = (0L, 0);
        while (true)
        {
            var next = Byte();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) return value;
            shift += 7;
        }
    }

    /// <exception cref="InvalidDataException">There are not so many left.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)left.Length) throw new InvalidDataException("What is stored of the paper ends before all of it is read.");
        var taken = left[..count];
        left = left[count..];
        return taken;
    }
}
