namespace PaperGraph.Sources.DailyPapers;

/// <summary>What stands on a page, in its order, with dates as printed.</summary>
internal abstract record PageEvent(int Line);

/// <summary>Another page begins in the same file.</summary>
internal sealed record PageBreak(int Line) : PageEvent(Line);

/// <summary>A line by which a Daily Papers page is recognised.</summary>
internal sealed record PageMark(int Line) : PageEvent(Line);

internal sealed record PageDay(int Line, StatedDate Date) : PageEvent(Line);

internal sealed record PageProblem(int Line, int Column, string Words, string Message, string Advice) : PageEvent(Line);

internal sealed record PagePaper(TextElement Title) : PageEvent(Title.Line)
{
    public string? Abstract { get; init; }

    public BylineElement? Byline { get; init; }

    public StatedOrganization? Organization { get; init; }

    public int? Upvotes { get; init; }

    public int? Comments { get; init; }

    public string? Address { get; init; }
}
