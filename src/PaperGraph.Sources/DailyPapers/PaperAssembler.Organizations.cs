using System.Text.RegularExpressions;
using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>The line before a byline's date, which names an organization, or is the end of what stands above the byline.</summary>
internal sealed partial class PaperAssembler
{
    private const int MaxOrganization = 120;

    /// <summary>The organization: its slug, a blank, the name to show. Null where a title is wanted in its place, or it is none.</summary>
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

    // What is no organization is an abstract whose authors are missing, the title of a paper without an abstract, or it cannot
    // be read.
    private IEnumerable<PageEvent> TakeOpening(TextElement opening)
    {
        var isUnread = BylineLine.MayBeUnreadAuthors(opening.Source) || (paragraphs.Count > 0 && opening.Shape == TextShape.Title);
        return titles.Count > 0 && isUnread ? [UnreadOpening(opening)] : TakeText(opening);
    }

    [GeneratedRegex(@"^(?<slug>[A-Za-z0-9][\w.-]*)(?: (?<name>\S(?:.*\S)?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OrganizationPattern();
}
