using System.Globalization;

namespace PaperGraph.GraphQL.Validation;

/// <summary>Suggests names for one that is not known.</summary>
public static class DidYouMean
{
    private const int MaxSuggestions = 5;

    /// <summary>Longer names are not compared: it would take time that grows with the square of what a client sends.</summary>
    private const int MaxNameLength = 64;

    /// <summary>" Did you mean "a", "b", or "c"?" with the nearest of <paramref name="names"/>; empty where none is near.</summary>
    internal static string Among(string unknown, IEnumerable<string> names) => Quoted("", Nearest(unknown, names));

    /// <summary>The same question, with <paramref name="what"/> before the names: "the enum value".</summary>
    internal static string Among(string unknown, string what, IEnumerable<string> names) => Quoted($"{what} ", Nearest(unknown, names));

    /// <summary>" Did you mean "a", "b", or "c"?" with given suggestions, the best first; empty where there are none.</summary>
    public static string Quoted(IEnumerable<string> suggestions) => Quoted("", suggestions);

    /// <summary>A question after given suggestions, the best first; empty where there are none.</summary>
    internal static string Quoted(string what, IEnumerable<string> suggestions)
    {
        var quoted = suggestions.Take(MaxSuggestions).Select(suggestion => $"\"{suggestion:whole}\"").ToList();
        return quoted.Count switch
        {
            0 => "",
            1 => $" Did you mean {what}{quoted[0]}?",
            2 => $" Did you mean {what}{quoted[0]} or {quoted[1]}?",
            _ => $" Did you mean {what}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    /// <summary>At most five of the names, those within an edit distance of about two fifths of the length, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string unknown, IEnumerable<string> names)
    {
        var threshold = (int)(unknown.Length * 0.4) + 1;
        var nearest = names.Distinct()
            .Select(name => (Name: name, Distance: Distance(unknown, name, threshold)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name);
        return [.. nearest.Take(MaxSuggestions)];
    }

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that make one name of the other (optimal string alignment), case
    /// aside; a name that differs in case alone is at 1. More than <paramref name="threshold"/> may come out as any larger number.
    /// </summary>
    private static int Distance(string one, string other, int threshold)
    {
        if (one == other) return 0;
        if (Math.Abs(one.Length - other.Length) > threshold || Math.Max(one.Length, other.Length) > MaxNameLength) return int.MaxValue;
        var (a, b) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        if (a == b) return 1;

        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > threshold) return int.MaxValue;
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }
}
