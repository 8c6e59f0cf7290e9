namespace PaperGraph.Data.Tests.Support;

internal static class Permutations
{
    /// <summary>All orders of some items.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0) return [[]];
        return Enumerable.Range(0, items.Count).SelectMany(first =>
            Of([.. items.Where((_, index) => index != first)]).Select(rest => (IReadOnlyList<T>)[items[first], .. rest]));
    }
}
