namespace PaperGraph.Sources.DailyPapers;

/// <summary>What the assembler says of texts that it can make no paper of, behind the paper that stands before them.</summary>
internal sealed partial class PaperAssembler
{
    private void ReportBare(TextElement text, bool flush = true)
    {
        if (text.IsDamaged) return;
        if (flush) FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "This text is no paper: neither an abstract nor a byline follows it.",
            "If it is a title, save the page as a whole; if it belongs to the site, there is nothing to do.")
        {
            IsOfSite = true,
        });
    }

    private void ReportCutOff(TextElement text)
    {
        FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "The page ends inside this abstract, or soon after it.",
            "Save the page as a whole; until then the abstract is kept as it stands."));
    }

    private void ReportOrphan(TextElement text)
    {
        if (text.IsDamaged) return;
        FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "This abstract has no title above it.", "Save the page as a whole."));
    }

    private void ReportOpening(TextElement text) =>
        next(new PageProblem(text.Line, 1, text.Source, "This stands where a byline has its authors or organization, and is neither.",
            "Correct it to a number of authors such as “9 authors”, or to an organization's slug and name."));
}
