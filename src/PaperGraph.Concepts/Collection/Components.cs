namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Keys that are one concept: a union-find over strings. At most one vocabulary entry a component, so that two concepts
/// that are known to differ are never merged through a third name. The entry's key leads, else the smaller, whatever the order.
/// </summary>
internal sealed class Components(Func<string, string?> vocabularyKey)
{
    /// <summary>What each key that was united is led by; a key that is not in it leads itself.</summary>
    private readonly Dictionary<string, string> leader = [];

    /// <summary>The vocabulary entries of components of several keys, by their leading keys.</summary>
    private readonly Dictionary<string, string?> entry = [];

    /// <summary>The leading key of a key's component.</summary>
    public string Find(string key)
    {
        while (leader.TryGetValue(key, out var above)) key = above;
        return key;
    }

    /// <summary>False where the two hold different vocabulary entries and stay apart.</summary>
    public bool Unite(string first, string second)
    {
        var (a, b) = (Find(first), Find(second));
        if (a == b) return true;
        var (entryOfA, entryOfB) = (EntryOf(a), EntryOf(b));
        if (entryOfA is not null && entryOfB is not null && entryOfA != entryOfB) return false;
        var known = entryOfA ?? entryOfB;
        if (b == known || a != known && string.CompareOrdinal(b, a) < 0) (a, b) = (b, a);
        leader[b] = a;
        entry[a] = known;
        return true;
    }

    private string? EntryOf(string leading) => entry.TryGetValue(leading, out var known) ? known : vocabularyKey(leading);
}
