namespace PaperGraph.NodePages;

/// <summary>A stored text cut into what is marked in it and what is not; the parts add up to the text.</summary>
internal static class MarkedText
{
    /// <summary>Characters of a text around the first mark, where not all of it is shown.</summary>
    private const int Around = 160;

    /// <param name="marks">Places of the text and what stands there. Of those that overlap the longest is taken, then the first.</param>
    public static IReadOnlyList<TextPart> Cut(string text, IEnumerable<TextMark> marks)
    {
        var taken = new List<TextMark>();
        foreach (var mark in marks.Where(mark => mark.IsIn(text)).OrderByDescending(mark => mark.Length).ThenBy(mark => mark.Start))
            if (!taken.Exists(other => mark.Start < other.End && other.Start < mark.End)) taken.Add(mark);
        taken.Sort((one, other) => one.Start.CompareTo(other.Start));

        var parts = new List<TextPart>();
        var at = 0;
        foreach (var mark in taken)
        {
            if (mark.Start > at) parts.Add(new TextPart(text[at..mark.Start], null));
            parts.Add(new TextPart(text[mark.Start..mark.End], mark.Concept));
            at = mark.End;
        }
        if (at < text.Length) parts.Add(new TextPart(text[at..], null));
        return parts;
    }

    /// <summary>The same of what stands around the first mark, cut between words; dots tell where the text goes on.</summary>
    public static IReadOnlyList<TextPart> Excerpt(string text, IReadOnlyCollection<TextMark> marks)
    {
        var first = marks.Where(mark => mark.IsIn(text)).MinBy(mark => mark.Start);
        if (first is null) return [];
        var from = first.Start <= Around ? 0 : text.IndexOf(' ', first.Start - Around, Around) + 1;
        if (from == 0 && first.Start > Around) from = first.Start;
        var to = first.End + Around >= text.Length ? text.Length : text.LastIndexOf(' ', first.End + Around, Around);
        if (to < first.End) to = first.End;

        var parts = Cut(text[from..to], marks.Select(mark => mark with { Start = mark.Start - from }));
        return [.. Dots(from > 0, "… "), .. parts, .. Dots(to < text.Length, " …")];
    }

    private static IEnumerable<TextPart> Dots(bool isCut, string dots) => isCut ? [new TextPart(dots, null)] : [];
}

/// <summary>A place of a text, in UTF-16 code units, and the concept that it names.</summary>
public sealed record TextMark(int Start, int Length, NodeData Concept)
{
    public int End => Start + Length;

    /// <summary>Whether it is within the text, and cuts no character in two.</summary>
    public bool IsIn(string text) =>
        Start >= 0 && Length > 0 && Start <= text.Length - Length && !IsInsidePair(text, Start) && !IsInsidePair(text, End);

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}

/// <param name="Concept">What it names where it is marked.</param>
public sealed record TextPart(string Text, NodeData? Concept);
