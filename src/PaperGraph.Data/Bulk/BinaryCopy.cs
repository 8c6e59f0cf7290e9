using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace PaperGraph.Data.Bulk;

/// <summary>
/// Reads the rows of a select by the million, in PostgreSQL's binary format of COPY. Nothing is allocated for a value or a row, and only
/// the first row is awaited: a message of the protocol is a row, and to await each takes longer than to read it. So the thread is taken
/// until the last one is there.
/// </summary>
internal static class BinaryCopy
{
    /// <summary>What the format begins with, and two numbers that say how much else: none.</summary>
    private static readonly int HeaderLength = "PGCOPY\n\u00ff\r\n\0".Length + 2 * sizeof(int);

    private const int BufferLength = 1 << 16;

    /// <summary>Takes a row, which is gone afterwards.</summary>
    public delegate void TakeRow(CopiedRow row);

    public static async Task ReadAsync(NpgsqlConnection connection, string select, TakeRow take, CancellationToken cancellationToken)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync($"copy ({select}) to stdout (format binary)", cancellationToken);
        // However long the select takes before its first row.
        stream.ReadTimeout = int.MaxValue;
        var buffer = new byte[BufferLength];
        var (filled, taken) = (0, -HeaderLength);
        for (var more = await stream.ReadAsync(buffer, cancellationToken); more > 0; more = stream.Read(buffer.AsSpan(filled)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            filled += more;
            if (taken < 0)
            {
                if (filled < HeaderLength) continue;
                taken = HeaderLength;
            }
            taken += Take(buffer.AsSpan(taken..filled), take);
            // What is left of a row goes on with what arrives next.
            buffer.AsSpan(taken..filled).CopyTo(buffer);
            (filled, taken) = (filled - taken, 0);
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
        }
    }

    /// <returns>The length of the rows that are there whole.</returns>
    private static int Take(ReadOnlySpan<byte> bytes, TakeRow take)
    {
        var taken = 0;
        while (LengthOfRow(bytes[taken..]) is > 0 and var length)
        {
            take(new CopiedRow(bytes.Slice(taken + sizeof(short), length - sizeof(short))));
            taken += length;
        }
        return taken;
    }

    /// <summary>0 where it is not there whole, or the end.</summary>
    private static int LengthOfRow(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(short)) return 0;
        var length = sizeof(short);
        for (var column = BinaryPrimitives.ReadInt16BigEndian(bytes); column != 0; column--)
        {
            if (column < 0 || bytes.Length < length + sizeof(int)) return 0;
            length += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes[length..]));
        }
        return length <= bytes.Length ? length : 0;
    }
}

/// <summary>The columns of a row, read one after the other; none of them is null.</summary>
internal ref struct CopiedRow(ReadOnlySpan<byte> columns)
{
    private ReadOnlySpan<byte> rest = columns;

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Next());

    public float Single() => BinaryPrimitives.ReadSingleBigEndian(Next());

    public string Text() => Encoding.UTF8.GetString(Next());

    /// <summary>Begins an array of one dimension: its elements are read one after the other, as columns are.</summary>
    public CopiedRow Array(out int length)
    {
        const int Length = 3 * sizeof(int);
        var array = Next();
        length = array.Length <= Length ? 0 : BinaryPrimitives.ReadInt32BigEndian(array[Length..]);
        return new CopiedRow(length == 0 ? [] : array[(Length + 2 * sizeof(int))..]);
    }

    private ReadOnlySpan<byte> Next()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(rest);
        var value = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return value;
    }
}
