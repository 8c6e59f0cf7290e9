using System.Buffers.Binary;
using System.Text;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// Arrays of one dimension as the bytes that PostgreSQL's function <c>array_send</c> makes of them, which are those of its protocol. A
/// driver's converter looks at each element as at a value of its own, which for hundreds of numbers takes ten times as long.
/// </summary>
internal static class ArrayBytes
{
    /// <summary>Where the number of elements stands: behind that of dimensions, whether any element is null, and their type.</summary>
    private const int Length = 3 * sizeof(int);

    /// <summary>Where the elements begin: behind their number and the index of the first.</summary>
    private const int Elements = 5 * sizeof(int);

    /// <summary>An expression of the bytes; null where there is no row.</summary>
    /// <param name="elements">An expression of an element, and what rows are in order of.</param>
    public static string Aggregate(string elements) => $"array_send(array_agg({elements}))";

    /// <summary>The elements, none of which is null.</summary>
    /// <typeparam name="T">
    /// One of <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="DateOnly"/> and <see cref="string"/>.
    /// </typeparam>
    public static T[] Read<T>(ReadOnlySpan<byte> bytes)
    {
        var elements = new T[LengthOf(bytes)];
        if (elements.Length > 0) bytes = bytes[Elements..];
        for (var i = 0; i < elements.Length; i++) elements[i] = Convert<T>(Next(ref bytes));
        return elements;
    }

    /// <summary>The elements, of type <c>double precision</c>.</summary>
    public static double?[] ReadNumbers(ReadOnlySpan<byte> bytes)
    {
        var elements = new double?[LengthOf(bytes)];
        if (elements.Length > 0) bytes = bytes[Elements..];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Next(ref bytes) is { Length: > 0 } number ? BinaryPrimitives.ReadDoubleBigEndian(number) : null;
        return elements;
    }

    private static int LengthOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length < Elements ? 0 : BinaryPrimitives.ReadInt32BigEndian(bytes[Length..]);

    /// <summary>The bytes of the next element; none of one that is null.</summary>
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> bytes)
    {
        var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(bytes), 0);
        var element = bytes.Slice(sizeof(int), length);
        bytes = bytes[(sizeof(int) + length)..];
        return element;
    }

    // What a type is, the compiler knows where it makes the method for it: of each, one line is left and nothing is boxed.
    private static T Convert<T>(ReadOnlySpan<byte> bytes)
    {
        if (typeof(T) == typeof(bool)) return (T)(object)(bytes[0] != 0);
        if (typeof(T) == typeof(int)) return (T)(object)BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (typeof(T) == typeof(long)) return (T)(object)BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (typeof(T) == typeof(DateOnly)) return (T)(object)Day(BinaryPrimitives.ReadInt32BigEndian(bytes));
        if (typeof(T) == typeof(string)) return (T)(object)Encoding.UTF8.GetString(bytes);
        throw new NotSupportedException($"No array is read as one of {typeof(T)}.");
    }

    /// <summary>A day by how many it is behind the first of 2000; the first and the last of all for PostgreSQL's infinities.</summary>
    private static DateOnly Day(int days) => days switch
    {
        int.MinValue => DateOnly.MinValue,
        int.MaxValue => DateOnly.MaxValue,
        _ => new DateOnly(2000, 1, 1).AddDays(days),
    };
}
