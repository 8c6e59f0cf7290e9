using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Library;

/// <summary>Identifiers in the fields of a reference, where people and programs leave them in many places.</summary>
internal static partial class LibraryIds
{
    /// <summary>
    /// The first arXiv id in texts that are one, are the address of one, or name it: <c>arXiv preprint arXiv:2406.01234</c>.
    /// </summary>
    public static string? FindArxiv(params IEnumerable<string?> texts)
    {
        foreach (var text in texts.OfType<string>())
        {
            if (text.Length > MaxNote) continue;
            if (ArxivIds.Parse(text) is { } id) return id;
            foreach (Match match in NamedPattern().Matches(text))
                if (ArxivIds.Parse(match.Groups["id"].Value) is { } named) return named;
        }
        return null;
    }

    /// <summary>
    /// A text that says of itself that it is an id of arXiv; null of another. Numbers of pages and volumes may look like the id alone:
    /// <c>2001.00012</c>.
    /// </summary>
    public static string? Named(string? text) =>
        text is not null && (text.Contains("arxiv", StringComparison.OrdinalIgnoreCase) || text.Contains("abs/", StringComparison.Ordinal))
            ? text
            : null;

    /// <summary>The DOI that a text is; null, with a problem, where it is none.</summary>
    public static string? Doi(string field, string? text, FieldProblemCollector problems)
    {
        if (text is null) return null;
        if (Model.Doi.Parse(text) is { } doi) return doi;
        problems.Add(field, text, "no DOI");
        return null;
    }

    /// <summary>
    /// The DOI that is a line of a note, where programs put it for types of references that have no field for it. One within a sentence may
    /// be another paper's.
    /// </summary>
    public static string? FindDoi(string? note) =>
        note is { Length: <= MaxNote } && DoiLinePattern().Match(note) is { Success: true } match
            ? Model.Doi.Parse(match.Groups["id"].Value)
            : null;

    /// <summary>
    /// The ids in texts that are the address of a paper in a catalogue, or of which one is a line: <c>PMID: 29456894</c>. Null where there
    /// are none.
    /// </summary>
    public static StatedCatalogueIds? CatalogueIds(params IEnumerable<string?> texts)
    {
        var ids = texts.OfType<string>()
            .Where(text => text.Length <= MaxNote)
            .SelectMany(text => text.Contains("://", StringComparison.Ordinal)
                ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                : NamedCataloguePattern().Matches(text).Select(match => match.Groups["id"].Value))
            .Select(CatalogueId.Parse)
            .OfType<CatalogueId>()
            .ToList();
        return ids.Count == 0 ? null : StatedCatalogueIds.From(kind => ids.Find(id => id.Kind == kind)?.Id);
    }

    private const int MaxNote = 2_000;

    [GeneratedRegex(
        @"^\s*doi:\s*(?<id>\S+)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex DoiLinePattern();

    [GeneratedRegex(
        @"^\s*(?<id>PMC?ID: ?(?:PMC)?[0-9]+|DBLP:\S+)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NamedCataloguePattern();

    [GeneratedRegex(
        """
        (?: arxiv (?:\.org)? (?: : \s* | /abs/ | /pdf/ | \s+preprint\s+ | \s+ ) | \babs/ )
        (?<id> [a-z-]+(?:\.[a-z]{2})?/[0-9]{7} | [0-9]{4}\.[0-9]{4,5} ) (?![0-9])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NamedPattern();
}
