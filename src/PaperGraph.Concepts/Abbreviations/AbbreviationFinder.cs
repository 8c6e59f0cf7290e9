namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// Finds definitions: "long form (SF)", "SF (long form)", "(long form, SF)", and "SF: long form" at the start of a title. What is
/// between brackets ends at a comma or semicolon; a pair that is improbable is refused (see <see cref="Plausibility"/>).
/// </summary>
internal static class AbbreviationFinder
{
    private const int MaxBracketLength = 160;

    public static List<Abbreviation> Find(string text, bool isTitle)
    {
        var found = new List<Abbreviation>();
        if (isTitle && InTitle(text) is { } title) found.Add(title);
        for (var open = NextOpen(text, 0); open >= 0; open = NextOpen(text, open + 1))
        {
            if (Close(text, open) is not { } close || IsPartOfName(text, open, close)) continue;
            if (Defined(text, open, close) is { } abbreviation) found.Add(abbreviation);
        }

        return found;
    }

    private static int NextOpen(string text, int from)
    {
        while (from < text.Length && text[from] is not ('(' or '[')) from++;
        return from < text.Length ? from : -1;
    }

    private static int? Close(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length && at - open <= MaxBracketLength; at++)
        {
            if (text[at] is '(' or '[') depth++;
            else if (text[at] is ')' or ']' && --depth == 0) return at;
        }

        return null;
    }

    /// <summary>Brackets inside of a name, as in "Pt(II)" and "CFTR(inh)-172"; in "text-to-image(T2I)" a blank is missing.</summary>
    private static bool IsPartOfName(string text, int open, int close)
    {
        if (open == 0 || !char.IsLetterOrDigit(text[open - 1])) return false;
        if (close + 1 < text.Length && (char.IsLetterOrDigit(text[close + 1]) || text[close + 1] == '-')) return true;
        return open < 3 || !char.IsLetterOrDigit(text[open - 2]) || !char.IsLetterOrDigit(text[open - 3]);
    }

    private static Abbreviation? Defined(string text, int open, int close)
    {
        var (start, end) = Trim(text, open + 1, ContentEnd(text, open + 1, close));
        if (start >= end) return null;
        var inner = text[start..end];
        return Plausibility.IsShortForm(inner) && LongFormBefore(text, open, inner, start) is { } before
            ? before
            : ShortFormBefore(text, open, inner, start) ?? Inside(text, start, close);
    }

    /// <summary>Finds a definition inside of brackets: "(long form, SF)".</summary>
    private static Abbreviation? Inside(string text, int start, int close)
    {
        var comma = close - 1;
        while (comma > start && !(text[comma] is ',' or ';' && text[comma + 1] == ' ')) comma--;
        if (comma <= start) return null;
        var (shortStart, shortEnd) = Trim(text, comma + 2, close);
        if (shortEnd - shortStart < 2) return null;
        var shortForm = text[shortStart..shortEnd];
        return Plausibility.IsShortForm(shortForm) ? LongFormBefore(text, comma, shortForm, shortStart, start) : null;
    }

    private static int ContentEnd(string text, int start, int close)
    {
        for (var at = start; at < close; at++)
        {
            if (text[at] is ';' or ',' && at + 1 < close && text[at + 1] == ' ') return at;
            if (text[at] == ' ' && string.CompareOrdinal(text, at, " or ", 0, 4) == 0) return at;
        }

        return close;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '\'' or '\u201c')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '\'' or '\u201d')) end--;
        return (start, end);
    }

    private static Abbreviation? LongFormBefore(string text, int open, string shortForm, int shortStart, int notBefore = 0)
    {
        var letters = LongFormAlignment.Letters(shortForm).Length;
        var from = Math.Max(notBefore, SentenceStart(text, open, Math.Min(letters + 5, letters * 2)));
        var (start, end) = Trim(text, from, open);
        if (start >= end) return null;
        var window = text[start..end];
        if (LongFormAlignment.Start(shortForm, window) is not { } offset) return null;
        while (offset < window.Length && window[offset] == '*') offset++;
        var longForm = window[offset..];
        return Plausibility.IsPair(shortForm, longForm) ? new Abbreviation(shortForm, shortStart, longForm, start + offset) : null;
    }

    /// <summary>"GRPO (Group Relative Policy Optimization)".</summary>
    private static Abbreviation? ShortFormBefore(string text, int open, string inner, int innerStart)
    {
        if (!inner.Contains(' ') && !inner.Contains('-')) return null;
        var end = open;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '[' or '"' or '/')) start--;
        if (start == end) return null;
        var shortForm = text[start..end];
        if (!Plausibility.IsShortForm(shortForm) || !Plausibility.HasCapital(shortForm) || LongFormAlignment.Start(shortForm, inner) != 0)
            return null;
        return Plausibility.IsPair(shortForm, inner) ? new Abbreviation(shortForm, start, inner, innerStart) : null;
    }

    /// <summary>"LoRA: Low-Rank Adaptation of Large Language Models": all words behind the colon that spell the name.</summary>
    private static Abbreviation? InTitle(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || colon > 24 || colon + 2 >= title.Length) return null;
        var shortForm = title[..colon].TrimEnd();
        if (!Plausibility.IsShortForm(shortForm) || !Plausibility.LooksCoined(shortForm)) return null;
        var start = colon + 1;
        while (start < title.Length && char.IsWhiteSpace(title[start])) start++;

        var letters = LongFormAlignment.Letters(shortForm);
        Abbreviation? longest = null;
        for (var end = start; end < title.Length && end - start < 100; end++)
        {
            if (end + 1 < title.Length && char.IsLetterOrDigit(title[end + 1]) || !char.IsLetterOrDigit(title[end])) continue;
            var words = LongFormAlignment.Words(title[start..(end + 1)]);
            if (words.Count < 2 || LongFormAlignment.Skippable.Contains(words[^1].Lower)) continue;
            if ((LongFormAlignment.ByInitials(letters, words) ?? LongFormAlignment.ByPrefixes(letters, words)) != 0) continue;
            var longForm = title[start..(end + 1)];
            if (Plausibility.IsPair(shortForm, longForm)) longest = new Abbreviation(shortForm, 0, longForm, start);
        }

        return longest;
    }

    /// <summary>Where the last <paramref name="words"/> words of the sentence before <paramref name="end"/> begin.</summary>
    private static int SentenceStart(string text, int end, int words)
    {
        var at = end;
        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        while (at > 0 && words > 0)
        {
            at--;
            if (char.IsWhiteSpace(text[at]))
            {
                words--;
                if (at > 0 && EndsSentence(text, at - 1)) break;
            }
        }

        return at;
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] is '?' or '!' or ';' || text[at] == '.' && (at < 2 || char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]));
}
