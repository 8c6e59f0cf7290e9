using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>
/// What Semantic Scholar calls papers by: a hash, or a number behind <c>CorpusId:</c>, which its datasets have in its place.
/// </summary>
public static partial class SemanticScholarIds
{
    /// <summary>
    /// The hash, in lower case, or <c>CorpusId:215416146</c>, of a text that is one or the address of the paper's page or record; else
    /// null.
    /// </summary>
    public static string? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success) return null;
        return match.Groups["corpus"] is { Success: true, Value: var corpus }
            ? $"CorpusId:{corpus}"
            : match.Groups["hash"].Value.ToLowerInvariant();
    }

    [GeneratedRegex(
        @"^(?:(?:https?://)?(?:www\.|api\.)?semanticscholar\.org/(?:[^?#\s]*/)?)?"
            + @"(?:(?<hash>[0-9a-f]{40})|corpusid: ?(?<corpus>[0-9]{1,12}))(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
