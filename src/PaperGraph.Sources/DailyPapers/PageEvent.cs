using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What stands on a page, in its order, with dates as printed.</summary>
internal abstract record PageEvent(int Line);

/// <summary>A line as it stands in the file. It comes behind all that is certain once it is read, a page break among it.</summary>
internal sealed record PageLine(int Line, string Text) : PageEvent(Line);

/// <summary>Another page begins in the same file.</summary>
internal sealed record PageBreak(int Line) : PageEvent(Line);

/// <summary>A line by which a Daily Papers page is recognised.</summary>
internal sealed record PageMark(int Line) : PageEvent(Line);

/// <summary>The day in the head of a page.</summary>
internal sealed record PageDay(int Line, StatedDate Date) : PageEvent(Line);

internal sealed record PageProblem(int Line, int Column, string Words, string Message, string Advice) : PageEvent(Line)
{
    /// <summary>Whether the words may be the site's, which are told once however often they stand on the page.</summary>
    public bool IsOfSite { get; init; }
}

internal sealed record PagePaper(TextElement Title) : PageEvent(Title.Line)
{
    // A shorter abstract may well share no word with its title.
    private const int MinAbstract = 150;

    public string? Abstract { get; init; }

    public IReadOnlyList<TextElement> Paragraphs { get; init; } = [];

    /// <summary>Whether the abstract is unknown because of a line that is told already.</summary>
    public bool IsDamaged { get; init; }

    public BylineElement? Byline { get; init; }

    /// <summary>
    /// Whether its abstract stands there twice. Only wrapped ones are looked at: elsewhere each paragraph is one line, and one that
    /// stands there twice repeats the line before it.
    /// </summary>
    public bool IsAbstractRepeated =>
        Abstract is { } text && Paragraphs is [{ IsOfWrappedPage: true }] && Prose.Once(text) != text;

    /// <summary>Whether its abstract takes up no word of its title.</summary>
    public bool IsStrange => Abstract is { Length: >= MinAbstract } text && SharedWords.Count(Title.Text, text) == 0;

    public bool HasAuthors => Byline?.Authors is not null || Organization is not null;

    public StatedOrganization? Organization { get; init; }

    public int? Upvotes { get; init; }

    public int? Comments { get; init; }

    public string? Address { get; init; }
}
