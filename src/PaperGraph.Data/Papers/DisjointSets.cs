namespace PaperGraph.Data.Papers;

/// <summary>Numbers from 0 that are joined to groups (union-find).</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    public void Join(int one, int other)
    {
        var (root, joined) = (Root(one), Root(other));
        parents[Math.Max(root, joined)] = Math.Min(root, joined);
    }

    /// <summary>The groups in the order of their least numbers, each in order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() =>
        [.. Enumerable.Range(0, parents.Length).GroupBy(Root).Select(group => group.ToArray())];

    private int Root(int number)
    {
        while (parents[number] != number) number = parents[number] = parents[parents[number]];
        return number;
    }
}
