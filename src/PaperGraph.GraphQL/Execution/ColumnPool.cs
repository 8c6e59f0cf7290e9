using System.Buffers;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// The tables, columns and arrays of one execution. They go back when its response is disposed, for later executions to use; most of what
/// an execution allocates would else be these. Arrays may be longer than asked for, and hold numbers of before.
/// </summary>
internal sealed class ColumnPool(SpareColumns spare) : IDisposable
{
    private List<object?[]>? values;
    private List<int[]>? numbers;
    private ColumnSet? pieces;

    private ColumnSet Pieces => pieces ??= spare.Take();

    public object?[] Values(int count)
    {
        if (count <= ColumnSet.MaxLength) return Pieces.Values(count);
        var rented = ArrayPool<object?>.Shared.Rent(count);
        (values ??= []).Add(rented);
        return rented;
    }

    public int[] Numbers(int count)
    {
        if (count <= ColumnSet.MaxLength) return Pieces.Numbers(count);
        var rented = ArrayPool<int>.Shared.Rent(count);
        (numbers ??= []).Add(rented);
        return rented;
    }

    public LeafColumn Leaf() => Pieces.Leaves.Take();

    public ListColumn List() => Pieces.Lists.Take();

    public ObjectColumn Object() => Pieces.Objects.Take();

    public ObjectTable Table() => Pieces.Tables.Take();

    public void Dispose()
    {
        foreach (var array in values ?? []) ArrayPool<object?>.Shared.Return(array, clearArray: true);
        foreach (var array in numbers ?? []) ArrayPool<int>.Shared.Return(array);
        values = null;
        numbers = null;
        if (pieces is not { } used) return;
        pieces = null;
        used.Release();
        spare.Return(used);
    }
}
