namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Keys that are one concept: a union-find over strings. At most one vocabulary entry a component, so that two concepts
/// that are known to differ are never merged through a third name. The smaller key leads, whatever the order.
/// </summary>
internal sealed class Components(Func<string, string?> vocabularyKey)
{
    private readonly Dictionary<string, string> leader = [];
    private readonly Dictionary<string, string?> entry = [];

    public string Find(string key)
    {
        if (!leader.TryGetValue(key, out var above))
        {
            leader[key] = key;
            entry[key] = vocabularyKey(key);
            return key;
        }

        while (above != key)
        {
            key = above;
            above = leader[key];
        }

        return key;
    }

    /// <summary>The vocabulary entry of a key's component, or null.</summary>
    public string? EntryKey(string key) => entry[Find(key)];

    /// <summary>False where the two hold different vocabulary entries and stay apart.</summary>
    public bool Unite(string first, string second)
    {
        var (a, b) = (Find(first), Find(second));
        if (a == b) return true;
        if (entry[a] is { } entryOfA && entry[b] is { } entryOfB && entryOfA != entryOfB) return false;
        if (string.CompareOrdinal(b, a) < 0) (a, b) = (b, a);
        leader[b] = a;
        entry[a] ??= entry[b];
        return true;
    }
}
