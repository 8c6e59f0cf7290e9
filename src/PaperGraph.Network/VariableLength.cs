namespace PaperGraph.Network;

/// <summary>
/// Numbers in as few bytes as they need: seven bits a byte, the lowest first, the upper bit of all but the last set (LEB128).
/// </summary>
internal static class VariableLength
{
    private const int Bits = 7;
    private const uint More = 1 << Bits;

    public static int LengthOf(int number)
    {
        var length = 1;
        for (var left = (uint)number; left >= More; left >>= Bits) length++;
        return length;
    }

    public static void Write(Span<byte> bytes, ref int position, int number)
    {
        var left = (uint)number;
        for (; left >= More; left >>= Bits) bytes[position++] = (byte)(left | More);
        bytes[position++] = (byte)left;
    }

    public static int Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint next = bytes[position++];
        if (next < More) return (int)next;
        var number = next & (More - 1);
        for (var shift = Bits; ; shift += Bits)
        {
            next = bytes[position++];
            number |= (next & (More - 1)) << shift;
            if (next < More) return (int)number;
        }
    }
}
