namespace PaperGraph.Data.Repositories;

/// <param name="Key">The key of the address that a repository had.</param>
/// <param name="PresentKey">The key of the one that it has; the same where it was not renamed.</param>
/// <param name="ObservedAt">When this was last seen to be so; null where nobody states it.</param>
internal sealed record ObservedRename(string Key, string PresentKey, string Source, DateTimeOffset? ObservedAt);

/// <param name="PresentKey">The key that the address leads to; null, with <paramref name="Source"/>, where it leads nowhere.</param>
/// <param name="Source">The source that says that it leads on.</param>
internal sealed record ResolvedAddress(string Key, string? PresentKey, string? Source);

/// <summary>
/// Where addresses of repositories lead, as it follows from all that is said of them, in whichever order it was told. Of an address
/// that is said to lead to several others, or to none, the latest observation holds; of those seen at one time, the one that sorts first.
/// What was seen at no stated time counts as the oldest. What is renamed twice leads to the last address. Of renames that go round in a
/// circle the oldest hold no longer: a repository that was renamed back has its first name again, and where no time tells them apart,
/// none of them holds.
/// </summary>
internal static class PresentAddresses
{
    /// <param name="renames">All that is said of these addresses, and of those that they may lead to.</param>
    /// <returns>A row for each address that is said to lead anywhere.</returns>
    public static IReadOnlyList<ResolvedAddress> Resolve(IEnumerable<ObservedRename> renames)
    {
        var latest = renames.GroupBy(rename => rename.Key).Select(Latest).ToList();
        var next = latest.Where(rename => rename.PresentKey != rename.Key).ToDictionary(rename => rename.Key, StringComparer.Ordinal);
        OpenCircles(next);

        var ends = new Dictionary<string, string>(next.Count, StringComparer.Ordinal);
        return [.. latest.Select(rename => next.ContainsKey(rename.Key)
            ? new ResolvedAddress(rename.Key, End(rename.Key, next, ends), rename.Source)
            : new ResolvedAddress(rename.Key, null, null))];
    }

    private static ObservedRename Latest(IEnumerable<ObservedRename> renames) => renames
        .OrderByDescending(Time)
        .ThenBy(rename => rename.PresentKey, StringComparer.Ordinal)
        .ThenBy(rename => rename.Source, StringComparer.Ordinal)
        .First();

    private static DateTimeOffset Time(ObservedRename rename) => rename.ObservedAt ?? DateTimeOffset.MinValue;

    /// <summary>Each address leads to one at most, so that an address is in one circle at most.</summary>
    private static void OpenCircles(Dictionary<string, ObservedRename> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in next.Keys.ToList())
        {
            var path = new List<ObservedRename>();
            var onPath = new Dictionary<string, int>(StringComparer.Ordinal);
            var key = start;
            while (seen.Add(key) && next.TryGetValue(key, out var rename))
            {
                onPath[key] = path.Count;
                path.Add(rename);
                key = rename.PresentKey;
            }
            if (!onPath.TryGetValue(key, out var first)) continue;
            var circle = path[first..];
            var oldest = circle.Min(Time);
            foreach (var rename in circle.Where(rename => Time(rename) == oldest)) next.Remove(rename.Key);
        }
    }

    /// <summary>The last address of a chain, remembered for all addresses on the way.</summary>
    private static string End(string key, Dictionary<string, ObservedRename> next, Dictionary<string, string> ends)
    {
        var path = new List<string>();
        while (!ends.ContainsKey(key) && next.TryGetValue(key, out var rename))
        {
            path.Add(key);
            key = rename.PresentKey;
        }
        var end = ends.GetValueOrDefault(key, key);
        foreach (var passed in path) ends[passed] = end;
        return end;
    }
}
