using System.Collections;

namespace PaperGraph.Model;

/// <summary>
/// A list whose items are made whenever they are asked for, so that those of a million papers need not be in memory at once.
/// </summary>
/// <param name="compute">Makes the item of an index; called by many threads at once where the items are.</param>
public sealed class ComputedList<TItem>(int count, Func<int, TItem> compute) : IReadOnlyList<TItem>
{
    public int Count => count;

    public TItem this[int index] => compute(index);

    public IEnumerator<TItem> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return compute(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
