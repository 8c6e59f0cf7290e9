namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// "Convolutional (CNN) and Recurrent (RNN) Neural Networks": what stands before the brackets is only the beginning of the long form, whose
/// end comes behind the last of them.
/// </summary>
internal static class Ellipsis
{
    private static readonly string[] AdjectiveEndings = ["al", "ive", "ed", "ic", "ent", "ant", "ous", "ary", "less", "able"];

    /// <summary>
    /// Whether a definition is the beginning of one: a single word before several letters, and the words of the others behind the bracket.
    /// </summary>
    public static bool Is(string text, Abbreviation abbreviation)
    {
        var letters = LongFormAlignment.Letters(abbreviation.Short);
        if (letters.Length < 2 || abbreviation.Long.AsSpan().ContainsAny(' ', '-') || abbreviation.ShortStart < abbreviation.LongStart)
            return false;
        var close = abbreviation.ShortStart + abbreviation.Short.Length;
        if (close >= text.Length || text[close] is not (')' or ']')) return false;

        var rest = text.AsSpan(close + 1).TrimStart();
        return EndInitials(rest, letters.AsSpan(1)) || IsAdjective(abbreviation.Long) && GoesOn(rest);
    }

    private static bool IsAdjective(string word) =>
        Array.Exists(AdjectiveEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>"and recurrent (RNN) …": another one comes, in brackets too.</summary>
    private static bool GoesOn(ReadOnlySpan<char> rest)
    {
        var isList = rest.StartsWith("and ") || rest.StartsWith("or ") || rest.StartsWith(", ") || rest.StartsWith("/");
        if (!isList) return false;
        var open = rest.IndexOf('(');
        return open is > 0 and < 40 && !rest[..open].ContainsAny('.', ';', ':');
    }

    /// <summary>Whether words that follow begin with the letters, one each.</summary>
    private static bool EndInitials(ReadOnlySpan<char> rest, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (rest.IsEmpty || char.ToLowerInvariant(rest[0]) != letter) return false;
            var blank = rest.IndexOfAny(' ', '-', '\n');
            rest = blank < 0 ? [] : rest[(blank + 1)..];
        }

        return true;
    }
}
