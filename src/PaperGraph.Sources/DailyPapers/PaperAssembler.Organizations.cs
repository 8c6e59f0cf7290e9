using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

internal sealed partial class PaperAssembler
{
    private const int MaxOrganization = 120;

    /// <summary>The line before a byline's date: slug, blank, name to show. Null where a title is wanted there, or it is none.</summary>
    private StatedOrganization? Organization(BylineElement byline)
    {
        if (byline.Opening is not { IsDamaged: false, Text: { Length: <= MaxOrganization } words, Source: var source } opening) return null;
        if (titles.Count == 0 || (paragraphs.Count == 0 && opening.Shape != TextShape.Title)) return null;
        if (BylineLine.MayBeUnreadAuthors(words)) return null;
        if (OrganizationPattern().Match(words) is not { Success: true } match) return null;

        var slug = match.Groups["slug"].Value;
        var name = match.Groups["name"] is { Success: true } stated ? stated.Value : slug;
        return new StatedOrganization(slug, name, source, "BYLINE");
    }

    // No organization: an abstract whose authors are missing, the title of a paper without an abstract, or what cannot be read.
    private void TakeOpening(TextElement opening)
    {
        if (titles.Count > 0 && (BylineLine.MayBeUnreadAuthors(opening.Source) || (paragraphs.Count > 0 && opening.Shape == TextShape.Title)))
            ReportOpening(opening);
        else
            TakeText(opening);
    }

    [GeneratedRegex(@"^(?<slug>[A-Za-z0-9][\w.-]*)(?: (?<name>\S(?:.*\S)?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OrganizationPattern();
}
