namespace PaperGraph.Sources.DailyPapers;

/// <summary>What a stretch of lines is, before it is known which paper it belongs to.</summary>
internal abstract record PageElement(int Line);

/// <summary>What is certain whichever paper it belongs to, and is passed on in its place: a line of the file, or a problem.</summary>
internal sealed record EventElement(PageEvent Event) : PageElement(Event.Line);

/// <summary>A line of the head of a page.</summary>
/// <param name="IsMark">Whether no other document has such a line.</param>
internal sealed record HeadingElement(int Line, bool IsMark) : PageElement(Line);

/// <summary>Another paper begins: the name of whoever submitted it stood here.</summary>
internal sealed record SubmitterElement(int Line) : PageElement(Line);

/// <summary>A line that the site puts around papers; it parts what stands above it from what stands below it.</summary>
internal sealed record SurroundingElement(int Line) : PageElement(Line);

/// <summary>A title or a paragraph.</summary>
/// <param name="Text">The text without the marks of Markdown, as a title has it.</param>
/// <param name="Source">The text as it stands there, in one line.</param>
/// <param name="IsGlued">Whether no empty line stands before it.</param>
/// <param name="IsDamaged">Whether it holds a line that is not what its author wrote, which is told already.</param>
/// <param name="Address">The address that its words link to.</param>
internal sealed record TextElement(
    int Line, string Text, string Source, bool IsGlued, bool IsDamaged, string? Address) : PageElement(Line)
{
    /// <summary>Whether nothing says for sure that its lines are one text, or what stood between two of them.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>Whether lines of its page are wrapped, so that one that stands alone may be a part of a text.</summary>
    public bool IsOfWrappedPage { get; init; }

    public TextShape Shape { get; } = TextShapeClassifier.Classify(Text);
}

/// <summary>An address on a line of its own that says which paper this is.</summary>
internal sealed record AddressElement(int Line, string Address) : PageElement(Line);

/// <summary>A number on a line of its own: upvotes of what follows, or comments on what came before.</summary>
internal sealed record NumberElement(int Line, int Number) : PageElement(Line);

/// <summary>How many authors a paper has, or of which organization they are, and when it was published.</summary>
/// <param name="Opening">The line before the first separator: an organization, unless a title is still wanted.</param>
internal sealed record BylineElement(
    int Line, TextElement? Opening, int? Authors, StatedDate? Date, int? Comments, string Words) : PageElement(Line)
{
    /// <summary>Whether a separator stood before its date, and so something before the separator.</summary>
    public bool HasSeparator { get; init; }

    /// <summary>Whether its date is missing or could not be read, which is told already.</summary>
    public bool IsDateReported { get; init; }
}
