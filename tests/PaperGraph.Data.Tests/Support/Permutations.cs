namespace PaperGraph.Data.Tests.Support;

internal static class Permutations
{
    /// <summary>All orders of some items.</summary>
    public static IEnumerable<IReadOnlyList<T>> Create<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0) return [[]];
        return Enumerable.Range(0, items.Count).SelectMany(first =>
            Create([.. items.Where((_, index) => index != first)]).Select(rest => (IReadOnlyList<T>)[items[first], .. rest]));
    }
}
