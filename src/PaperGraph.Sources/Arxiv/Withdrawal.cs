using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Arxiv;

/// <summary>Tells from its comment that a paper was withdrawn: most of arXiv's formats say it nowhere else.</summary>
internal static partial class Withdrawal
{
    /// <summary>True where the comment says so; null where it does not, since a paper that is there need not have been withdrawn.</summary>
    public static bool? FromComment(string? comment) => comment is not null && Pattern().IsMatch(comment) ? true : null;

    // "Withdrawn" alone at the beginning, or what it is said of; not "replaces the withdrawn version".
    [GeneratedRegex(
        @"^\W*withdrawn\b|\b(?:paper|article|manuscript|submission|work|preprint|it)\s+(?:has\s+been|have\s+been|is|was|is\s+being)\s+"
            + @"(?:temporarily\s+)?withdrawn\b|\bwithdrawn\s+by\s+(?:the\s+)?(?:author|arxiv)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
