namespace PaperGraph.GraphQL.Execution;

/// <summary>What can be used again after it has forgotten what it was used for.</summary>
internal interface IReused
{
    void Release();
}

/// <summary>
/// What one execution at a time makes its columns of. It has a bound: what an execution needs beyond it is made for it alone.
/// </summary>
internal sealed class ColumnSet
{
    /// <summary>The longest array that is kept here; longer ones are rented.</summary>
    public const int MaxLength = 15;

    private readonly ShortArrays<object?> values = new();
    private readonly ShortArrays<int> numbers = new();

    public Reused<LeafColumn> Leaves { get; } = new();

    public Reused<ListColumn> Lists { get; } = new();

    public Reused<ObjectColumn> Objects { get; } = new();

    public Reused<ObjectTable> Tables { get; } = new();

    public object?[] Values(int count) => values.Take(count);

    public int[] Numbers(int count) => numbers.Take(count);

    public void Release()
    {
        Leaves.Release();
        Lists.Release();
        Objects.Release();
        Tables.Release();
        values.Release();
        numbers.Release();
    }

    internal sealed class Reused<T>
        where T : class, IReused, new()
    {
        private const int MaxKept = 64;

        private readonly List<T> kept = [];
        private int taken;

        public T Take()
        {
            if (taken < kept.Count) return kept[taken++];
            var made = new T();
            if (taken == MaxKept) return made;
            kept.Add(made);
            taken++;
            return made;
        }

        public void Release()
        {
            for (var i = 0; i < taken; i++) kept[i].Release();
            taken = 0;
        }
    }

    private sealed class ShortArrays<T>
    {
        private const int MaxKept = 32;

        private readonly List<T[]>?[] kept = new List<T[]>?[MaxLength + 1];
        private readonly int[] taken = new int[MaxLength + 1];

        public T[] Take(int length)
        {
            if (length == 0) return [];
            var ofLength = kept[length] ??= [];
            if (taken[length] < ofLength.Count) return ofLength[taken[length]++];
            var made = new T[length];
            if (taken[length] == MaxKept) return made;
            ofLength.Add(made);
            taken[length]++;
            return made;
        }

        public void Release()
        {
            for (var length = 1; length <= MaxLength; length++)
            {
                for (var i = 0; i < taken[length]; i++) Array.Clear(kept[length]![i]);
                taken[length] = 0;
            }
        }
    }
}

/// <summary>The sets of columns of an engine that no execution uses, a few: many executions at once make sets of their own.</summary>
internal sealed class SpareColumns
{
    private const int MaxSpare = 16;

    private readonly ColumnSet?[] spare = new ColumnSet?[MaxSpare];

    public ColumnSet Take()
    {
        for (var i = 0; i < spare.Length; i++)
            if (spare[i] is not null && Interlocked.Exchange(ref spare[i], null) is { } taken) return taken;
        return new ColumnSet();
    }

    public void Return(ColumnSet used)
    {
        for (var i = 0; i < spare.Length; i++)
            if (spare[i] is null && Interlocked.CompareExchange(ref spare[i], used, null) is null) return;
    }
}
