using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>The ids of OpenAlex's works, such as <c>W2741809807</c>.</summary>
public static partial class OpenAlexIds
{
    /// <summary>
    /// The id of a work that a text is, or that the address of its page or of its record holds, also behind <c>openalex:</c>; else null.
    /// </summary>
    public static string? ParseWork(string text) =>
        Pattern().Match(text.Trim()) is { Success: true } match ? match.Groups["id"].Value.ToUpperInvariant() : null;

    [GeneratedRegex(
        @"^(?:(?:https?://)?(?:api\.)?openalex\.org/(?:works/)?|openalex: ?)?(?<id>W[0-9]{4,12})(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
