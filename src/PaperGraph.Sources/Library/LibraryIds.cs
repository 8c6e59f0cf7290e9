using System.Text.RegularExpressions;
using PaperGraph.Model;
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
            if (text.Length > 2_000) continue;
            if (ArxivIds.Parse(text) is { } id) return id;
            foreach (Match match in NamedPattern().Matches(text))
                if (ArxivIds.Parse(match.Groups["id"].Value) is { } named) return named;
        }
        return null;
    }

    /// <summary>The DOI that a text is; null, with a problem, where it is none.</summary>
    public static string? Doi(string field, string? text, FieldProblemCollector problems)
    {
        if (text is null) return null;
        if (Model.Doi.Parse(text) is { } doi) return doi;
        problems.Add(field, text, "no DOI");
        return null;
    }

    [GeneratedRegex(
        """
        (?: arxiv (?:\.org)? (?: : \s* | /abs/ | /pdf/ | \s+preprint\s+ | \s+ ) | \babs/ )
        (?<id> [a-z-]+(?:\.[a-z]{2})?/[0-9]{7} | [0-9]{4}\.[0-9]{4,5} ) (?![0-9])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NamedPattern();
}
