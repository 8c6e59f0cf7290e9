using System.Buffers;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The arrays of one execution; they go back when its response is disposed. Arrays may be longer than asked for.</summary>
internal sealed class ColumnPool : IDisposable
{
    /// <summary>The length from which on arrays are rented; a shorter one costs less to allocate.</summary>
    private const int MinRentedLength = 16;

    private List<object?[]>? values;
    private List<int[]>? numbers;

    public object?[] Values(int count)
    {
        if (count < MinRentedLength) return count == 0 ? [] : new object?[count];
        var rented = ArrayPool<object?>.Shared.Rent(count);
        (values ??= []).Add(rented);
        return rented;
    }

    public int[] Numbers(int count)
    {
        if (count < MinRentedLength) return count == 0 ? [] : new int[count];
        var rented = ArrayPool<int>.Shared.Rent(count);
        (numbers ??= []).Add(rented);
        return rented;
    }

    public void Dispose()
    {
        foreach (var array in values ?? []) ArrayPool<object?>.Shared.Return(array, clearArray: true);
        foreach (var array in numbers ?? []) ArrayPool<int>.Shared.Return(array);
        values = null;
        numbers = null;
    }
}
