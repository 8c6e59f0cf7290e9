namespace PaperGraph.Graph.Search;

/// <summary>A part of a stored text in which a search was found.</summary>
/// <param name="Field">The text.</param>
/// <param name="Fragment">The part of it.</param>
/// <param name="Start">Where the part begins in the text, in UTF-16 code units.</param>
/// <param name="Ranges">What was found, counted as <paramref name="Start"/> is; none is outside the part.</param>
internal sealed record Highlight(MatchedField Field, string Fragment, int Start, IReadOnlyList<TextRange> Ranges)
{
    /// <summary>How long a part is about.</summary>
    private const int MaxLength = 240;

    /// <summary>The part with most of what was found; a short text whole. Null where nothing was.</summary>
    public static Highlight? From(MatchedField field, string? text, FoundWords words)
    {
        if (text is null || words.In(text) is not { Count: > 0 } found) return null;
        if (text.Length <= MaxLength) return new Highlight(field, text, 0, found);

        var (first, count) = Densest(found);
        var (start, end) = (found[first].Start, Math.Max(found[first + count - 1].End, found[first].Start));
        // What is left of the room is put around it, and the ends are moved to blanks.
        var room = Math.Max(0, MaxLength - (end - start));
        start = AfterBlank(text, Math.Max(0, start - (room / 2)), start);
        end = BeforeBlank(text, Math.Min(text.Length, start + Math.Max(MaxLength, end - start)), end);
        return new Highlight(field, text[start..end], start, [.. found.Where(range => range.Start >= start && range.End <= end)]);
    }

    private static (int First, int Count) Densest(IReadOnlyList<TextRange> found)
    {
        var (best, most) = (0, 0);
        for (var (first, last) = (0, 0); first < found.Count; first++)
        {
            last = Math.Max(last, first);
            while (last + 1 < found.Count && found[last + 1].End - found[first].Start <= MaxLength) last++;
            if (last - first + 1 > most) (best, most) = (first, last - first + 1);
        }
        return (best, most);
    }

    private static int AfterBlank(string text, int from, int to)
    {
        if (from == 0) return 0;
        for (var i = from; i < to; i++)
            if (char.IsWhiteSpace(text[i])) return i + 1;
        return to;
    }

    private static int BeforeBlank(string text, int from, int to)
    {
        if (from == text.Length) return from;
        for (var i = from; i > to; i--)
            if (char.IsWhiteSpace(text[i])) return i;
        return to;
    }
}

/// <summary>What a search can be found in.</summary>
internal enum MatchedField
{
    Name,
    Title,
    Abstract,
    ArxivId,
    Doi,
    CatalogueId,
    OpenAlexId,
    SemanticScholarId,
    Url,
}
