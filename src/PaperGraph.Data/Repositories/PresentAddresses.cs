namespace PaperGraph.Data.Repositories;

/// <param name="Key">The key of the address that a repository had.</param>
/// <param name="PresentKey">The key of the one that it has; the same where it was not renamed.</param>
/// <param name="ObservedAt">When this was last seen to be so; null where nobody states it.</param>
internal sealed record ObservedRename(string Key, string PresentKey, string Source, DateTimeOffset? ObservedAt)
{
    public bool LeadsOn => Key != PresentKey;

    public DateTimeOffset Time => ObservedAt ?? DateTimeOffset.MinValue;

    public DateOnly Day => DateOnly.FromDateTime(Time.UtcDateTime);
}

/// <param name="PresentKey">The key that the address leads to; null, with <paramref name="Source"/>, where it leads nowhere.</param>
/// <param name="Source">The source that says that it leads on.</param>
internal sealed record ResolvedAddress(string Key, string? PresentKey, string? Source);

/// <summary>
/// Where addresses of repositories lead, as it follows from all that is said of them, in whichever order it was told. Of an address
/// that is said to lead to several others, or to none, the latest observation holds; of those seen at one time, the one that sorts first.
/// What was seen at no stated time counts as the oldest. What is renamed twice leads to the last address.
/// <para>
/// An address can be given away and taken by another repository. What another was renamed to is its name on that day, so a rename of this
/// address that was seen on an earlier day is that of a repository that had it before. The address leads to where the repository went that
/// had it last, and a rename goes on from the repository that had the address on the day of the rename.
/// </para>
/// <para>
/// So renames go round in a circle within one day alone. Of these the oldest hold no longer: a repository that was renamed back has its
/// first name again, and where no time tells them apart, none of them holds.
/// </para>
/// </summary>
public static class PresentAddresses
{
    /// <summary>Changes with the rules: where addresses were resolved by others, the next import resolves all of them anew.</summary>
    public const string Version = "1";

    /// <param name="renames">All that is said of these addresses, and of those that they may lead to.</param>
    /// <returns>A row for each address that is said to lead anywhere.</returns>
    internal static IReadOnlyList<ResolvedAddress> Resolve(IEnumerable<ObservedRename> renames)
    {
        var all = renames.ToList();
        var arrivals = all.Where(rename => rename.LeadsOn)
            .ToLookup(rename => rename.PresentKey, rename => rename.Day, StringComparer.Ordinal);
        var tenures = all.GroupBy(rename => rename.Key, StringComparer.Ordinal).ToDictionary(
            said => said.Key, said => Tenures([.. said], arrivals[said.Key]), StringComparer.Ordinal);
        foreach (var tenure in tenures.Values.SelectMany(several => several))
            if (tenure.Rename is { } rename && tenures.TryGetValue(rename.PresentKey, out var several))
                tenure.Next = several.Last(next => next.From <= rename.Day);
        OpenCircles(tenures);

        var ends = new Dictionary<Tenure, string>();
        return [.. tenures.Values.Select(several => several[^1]).Select(tenure => tenure.Rename is { } rename
            ? new ResolvedAddress(tenure.Key, End(tenure, ends), rename.Source)
            : new ResolvedAddress(tenure.Key, null, null))];
    }

    /// <summary>
    /// The repositories that had an address, one after another: one begins on the first day on which another repository came to an address
    /// that was seen to lead on before.
    /// </summary>
    private static List<Tenure> Tenures(IReadOnlyList<ObservedRename> said, IEnumerable<DateOnly> arrivals)
    {
        var tenures = new List<Tenure>();
        var from = DateOnly.MinValue;
        foreach (var day in arrivals.Distinct().Order())
        {
            var before = Latest(said.Where(rename => rename.Day >= from && rename.Day < day));
            if (before is not { LeadsOn: true }) continue;
            tenures.Add(new Tenure(before.Key, from) { Rename = before });
            from = day;
        }
        var latest = Latest(said.Where(rename => rename.Day >= from));
        tenures.Add(new Tenure(said[0].Key, from) { Rename = latest is { LeadsOn: true } ? latest : null });
        return tenures;
    }

    private static ObservedRename? Latest(IEnumerable<ObservedRename> renames) => renames
        .OrderByDescending(rename => rename.Time)
        .ThenBy(rename => rename.PresentKey, StringComparer.Ordinal)
        .ThenBy(rename => rename.Source, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>
    /// Each tenure leads to one at most, so that it is in one circle at most. Where the repository went whose rename does not hold, nothing
    /// tells: it is whatever has its address now, which came on a later day, so that this makes no other circle.
    /// </summary>
    private static void OpenCircles(Dictionary<string, List<Tenure>> tenures)
    {
        var seen = new HashSet<Tenure>();
        foreach (var start in tenures.Values.SelectMany(several => several))
        {
            var path = new List<Tenure>();
            var tenure = start;
            while (tenure is not null && seen.Add(tenure))
            {
                path.Add(tenure);
                tenure = tenure.Next;
            }
            if (tenure is null || path.IndexOf(tenure) is var first && first < 0) continue;
            var circle = path[first..];
            var oldest = circle.Min(one => one.Rename!.Time);
            foreach (var one in circle.Where(one => one.Rename!.Time == oldest).ToList())
            {
                var last = tenures[one.Key][^1];
                one.Rename = null;
                one.Next = one == last ? null : last;
            }
        }
    }

    /// <summary>The last address of a chain, remembered for all on the way.</summary>
    private static string End(Tenure start, Dictionary<Tenure, string> ends)
    {
        var path = new List<Tenure>();
        var tenure = start;
        string? end;
        while (!ends.TryGetValue(tenure, out end))
        {
            path.Add(tenure);
            if (tenure.Next is not { } next)
            {
                end = tenure.Rename?.PresentKey ?? tenure.Key;
                break;
            }
            tenure = next;
        }
        foreach (var passed in path) ends[passed] = end;
        return end;
    }

    /// <summary>The time during which one repository had an address: from a day until the next one begins.</summary>
    private sealed class Tenure(string key, DateOnly from)
    {
        public string Key => key;

        public DateOnly From => from;

        /// <summary>What the repository was renamed to; null where it has the address still, or nothing tells.</summary>
        public ObservedRename? Rename { get; set; }

        /// <summary>The tenure of the address that it was renamed to; null where that is not said to lead anywhere.</summary>
        public Tenure? Next { get; set; }
    }
}
