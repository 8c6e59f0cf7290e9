namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// What about a paper makes it likely that lines of its page are missing, in another order, or the site's. A page that is as
/// the site shows it raises none of them.
/// </summary>
internal sealed class PaperChecks(PageFacts page)
{
    private const string LookForLines = "Look whether lines are missing or in another order here.";
    private const int ShortAbstract = 150;

    // A shorter abstract is likely to be a line of the site.
    private const int MaxLine = 60;

    // On a page with fewer papers than these, what all of them lack may be damaged in all of them.
    private const int FewPapers = 3;

    public IEnumerable<PageProblem> Check(PagePaper paper) =>
        ((IEnumerable<PageProblem?>)
        [
            Missing(paper), Twice(paper), PartOfText(paper), InsideSentence(paper), Numbers(paper), Short(paper),
            UnlikelyOrganization(paper), UnrelatedTitle(paper), OrganizationAsTitle(paper), Paragraphs(paper),
        ]).OfType<PageProblem>();

    // A byline may be missing as a whole, as it does on real pages; a part of one may not.
    private PageProblem? Missing(PagePaper paper)
    {
        if (paper.IsDamaged) return null;
        var hasByline = paper.Byline is not null || paper.Abstract is null;
        var hasFewBylines = page.Bylines < FewPapers;
        var parts = new List<string>();
        if (paper.Abstract is null && (page.Abstracts > 0 || (page.Dated > 0 && page.Papers < FewPapers)))
            parts.Add("abstract");
        if (hasByline && !paper.HasAuthors
            && (paper.Byline is { HasSeparator: true, Date: not null } || page.Authored > 0 || hasFewBylines))
            parts.Add("authors");
        if (hasByline && paper.Byline is not { IsDateReported: true } and not { Date: not null }
            && (page.Dated > 0 || (page.Separated == 0 && hasFewBylines)))
            parts.Add("date");
        if (paper is { HasAuthors: true, Byline: { Date: not null, HasSeparator: false } } && (page.Separated > 0 || hasFewBylines))
            parts.Add("separator in its byline");
        return parts.Count == 0
            ? null
            : ProblemAt(
                paper.Title, $"This paper has no {string.Join(" and no ", parts)}, which the others of this page have.", LookForLines);
    }

    private static PageProblem? Twice(PagePaper paper) =>
        Prose.Once(paper.Title.Text) != paper.Title.Text
            ? ProblemAt(paper.Title, "This title stands there twice.", "It is read once.")
        : paper.IsAbstractRepeated ? ProblemAt(paper.Paragraphs[0], "This abstract stands there twice.", "It is read once.")
        : null;

    private static PageProblem? PartOfText(PagePaper paper) =>
        paper.Title.IsOfWrappedPage && (BeginsSmall(paper.Title.Text) || paper.Title.Shape != TextShape.Title)
            ? ProblemAt(paper.Title, "This title reads like a part of a text.", LookForLines)
            : null;

    private static PageProblem? InsideSentence(PagePaper paper) =>
        paper is { Paragraphs: [{ IsOfWrappedPage: true } opening, ..] } && BeginsSmall(opening.Text)
            ? ProblemAt(opening, "This abstract begins inside a sentence.", LookForLines)
            : null;

    private PageProblem? Numbers(PagePaper paper)
    {
        if (PageSurvey.SplitNumber(paper.Title.Text) is not { } numbered) return null;
        if (!page.TitlesAreNumbered)
        {
            return page.Numbered >= 2 && page.Numbered * 2 >= page.Papers
                ? ProblemAt(paper.Title, "Some titles of this page begin with a number, and others do not.",
                    "It is read as a part of the title; look whether it is the number of upvotes.")
                : null;
        }
        return page.NumberedTwice * 2 > page.Papers && PageSurvey.SplitNumber(numbered.Title) is not null
            ? ProblemAt(paper.Title, "Two numbers stand in front of this title.", "The first is read as the number of upvotes.")
            : null;
    }

    // Both the title and the text behind it may belong to the site.
    private PageProblem? Short(PagePaper paper) =>
        (paper.Abstract is { Length: < ShortAbstract } && page.LongAbstracts * 2 >= page.Papers)
        || (paper.Abstract is { Length: < MaxLine } && page.MaxAbstractLength >= ShortAbstract)
            ? ProblemAt(paper.Title, "This has hardly an abstract, unlike the papers of this page.",
                "Look whether it is a paper, or belongs to the site.")
            : null;

    // Names that begin with a small letter begin as their slug does.
    private static PageProblem? UnlikelyOrganization(PagePaper paper)
    {
        if (paper is not { Organization: { } organization, Byline.Opening: { } opening }) return null;
        var isUnlikely = (BeginsSmall(organization.Name) && !SlugAndName.BeginAlike(organization.Slug, organization.Name))
            || (opening.IsOfWrappedPage && opening.Shape != TextShape.Title);
        return isUnlikely
            ? ProblemAt(opening, "This does not read like an organization's slug and name.",
                "Look whether it belongs to the site, or lines are missing or in another order here.")
            : null;
    }

    // In a thousand papers there is none whose abstract takes up no word of its title; on a page of made-up ones there may be.
    private PageProblem? UnrelatedTitle(PagePaper paper) =>
        paper.IsStrange && page.Strange * 2 <= Math.Max(page.Papers, 2)
            ? ProblemAt(paper.Title, "This title shares no word with the abstract below it.",
                "Look whether it is the title of another paper, or belongs to the site.")
            : null;

    private static PageProblem? OrganizationAsTitle(PagePaper paper) =>
        SlugAndName.Matches(paper.Title.Text)
            ? ProblemAt(paper.Title, "This title reads like the organization of a byline.",
                "Look whether it belongs to the paper above it, and the title of this one is missing.")
            : null;

    private static PageProblem? Paragraphs(PagePaper paper)
    {
        if (paper.Paragraphs.Skip(1).FirstOrDefault(paragraph => paragraph.IsGlued) is { } glued)
            return ProblemAt(glued, "This stands right below an abstract, with no empty line between them.",
                "It is read as a part of the abstract; look whether an empty line, a title or a byline is missing here.");
        return paper.Paragraphs is [_, var second, ..]
            ? ProblemAt(second, "This abstract has more than one paragraph.",
                "Look whether this line belongs to the site, or a title or byline is missing.")
            : null;
    }

    private static PageProblem ProblemAt(TextElement text, string message, string advice) =>
        new(text.Line, 1, text.Source, message, advice);

    // A first word with a capital or a digit in it, such as "i-Code" or "mT5", is a name and does not count.
    private static bool BeginsSmall(string text) =>
        text.Length > 0 && char.IsLower(text[0]) && !text.Split(' ')[0].Any(letter => char.IsUpper(letter) || char.IsDigit(letter));
}
