using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// What is reported of elements of which no paper can be made. What begins with "Report" ends the paper above it first, so that the
/// problem stands behind that paper.
/// </summary>
internal sealed partial class PaperAssembler
{
    private IEnumerable<PageEvent> ReportBare(TextElement text) => text.IsDamaged ? [] : ReportBehindFinished(Bare(text));

    private IEnumerable<PageEvent> ReportOrphan(TextElement text) => text.IsDamaged ? [] : ReportBehindFinished(
        Problem(text, "This abstract has no title above it.", "Save the page as a whole."));

    private IEnumerable<PageEvent> ReportCutOff(TextElement text) => ReportBehindFinished(
        Problem(text, "The page ends inside this abstract, or soon after it.",
            "Save the page as a whole; until then the abstract is kept as it stands."));

    private IEnumerable<PageEvent> ReportBehindFinished(PageProblem problem)
    {
        foreach (var ended in EndFinished()) yield return ended;
        yield return problem;
    }

    private static PageProblem Bare(TextElement text) =>
        Problem(text, "This text is no paper: neither an abstract nor a byline follows it.",
            "If it is a title, save the page as a whole; if it belongs to the site, there is nothing to do.") with
        {
            IsOfSite = true,
        };

    private static PageProblem UnreadOpening(TextElement text) =>
        Problem(text, "This stands where a byline has its authors or organization, and is neither.",
            "Correct it to a number of authors such as “9 authors”, or to an organization's slug and name.");

    private static PageProblem TooLong(TextElement text) =>
        Problem(text, $"This would make an abstract longer than {MaxAbstract} characters.",
            "Look whether titles are missing before it.");

    private static PageProblem LoneByline(BylineElement byline, StatedOrganization? organization) =>
        new(byline.Line, 1, organization is null ? byline.Words : $"{organization.Stated} · {byline.Words}",
            "This byline belongs to no paper.", "Look whether the title above it is missing.");

    private static PageProblem LoneAddress(AddressElement address) =>
        new(address.Line, 1, address.Address, "This address belongs to no paper.", "Put it behind the title of its paper.");

    private static PageProblem LoneNumber(NumberElement number) =>
        new(number.Line, 1, $"{number.Number}", "This number belongs to no paper.",
            "Look whether the page was cut off or changed here.");

    private static PageProblem SecondNumber(NumberElement above) =>
        new(above.Line, 1, $"{above.Number}", "Another number stands right below this one.",
            "The first is read as comments on the paper above, the second as upvotes of the paper below; look whether they are.");

    private static PageProblem Problem(TextElement text, string message, string advice) =>
        new(text.Line, 1, text.Source, message, advice);
}
