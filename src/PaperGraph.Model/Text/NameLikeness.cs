namespace PaperGraph.Model;

/// <summary>Tells whether two names can be one person's, as papers and sources print them.</summary>
public static class NameLikeness
{
    /// <summary>
    /// The same words in any order; else the same family name, which stands first in one and last in the other or last in both, and given
    /// names of which none contradicts: an initial, or the beginning of a name, stands for the whole, and middle names may be left out.
    /// </summary>
    public static bool AreAlike(string one, string other)
    {
        var words = Folding.Words(one).ToArray();
        var others = Folding.Words(other).ToArray();
        if (words.Length == 0 || others.Length == 0) return one == other;
        if (words.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal))) return true;
        if (string.Concat(words) == string.Concat(others)) return true;
        var given = words.AsSpan();
        var otherGiven = others.AsSpan();
        return AreAlike(words[^1], given[..^1], others[^1], otherGiven[..^1])
            || AreAlike(words[^1], given[..^1], others[0], otherGiven[1..])
            || AreAlike(words[0], given[1..], others[^1], otherGiven[..^1]);
    }

    private static bool AreAlike(string family, ReadOnlySpan<string> given, string otherFamily, ReadOnlySpan<string> otherGiven)
    {
        if (family != otherFamily || family.Length < 2) return false;
        if (given.Length == 0 || otherGiven.Length == 0) return given.Length == otherGiven.Length;
        return IsBeginning(given[0], otherGiven[0])
            && (given.Length != otherGiven.Length || AllBegin(given, otherGiven));
    }

    private static bool AllBegin(ReadOnlySpan<string> given, ReadOnlySpan<string> otherGiven)
    {
        for (var i = 1; i < given.Length; i++)
            if (!IsBeginning(given[i], otherGiven[i])) return false;
        return true;
    }

    private static bool IsBeginning(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}
