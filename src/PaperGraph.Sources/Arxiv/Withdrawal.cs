using System.Text.RegularExpressions;

namespace PaperGraph.Sources.Arxiv;

/// <summary>Tells from its comment or its abstract that a paper was withdrawn: most of arXiv's formats say it nowhere else.</summary>
internal static partial class Withdrawal
{
    /// <summary>True where one says so; null where none does, since a paper that is there need not have been withdrawn.</summary>
    public static bool? From(string? comment, string? text) =>
        (comment is not null && CommentPattern().IsMatch(comment)) || (text is not null && AbstractPattern().IsMatch(text)) ? true : null;

    private const string Paper = @"(?:paper|article|manuscript|submission|work|preprint)";

    private const string IsWithdrawn = @"(?:has\s+been|have\s+been|is|was|is\s+being)\s+(?:temporarily\s+)?withdrawn\b";

    private const string HaveWithdrawn =
        $@"(?:authors?|we|i)\s+(?:have|has)\s+withdrawn\s+(?:it|(?:this|the|our|my)\s+(?:\w+\s+)?{Paper})\b";

    // "Withdrawn" alone at the beginning, or what it is said of; not "replaces the withdrawn version".
    [GeneratedRegex(
        $@"^\W*withdrawn\b|\b(?:{Paper}|it)\s+{IsWithdrawn}|\bwithdrawn\s+by\s+(?:the\s+)?(?:author|arxiv)|\b{HaveWithdrawn}"
            + @"|\bremoved\s+by\s+arxiv\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CommentPattern();

    // An abstract speaks of other things, too: only one that begins by it says so of its paper.
    [GeneratedRegex(
        $@"^\W*(?:(?:(?:this|the|our|present)\s+)*{Paper}\s+{IsWithdrawn}|(?:the\s+)?{HaveWithdrawn}"
            + $@"|(?:{Paper}\s+)?withdrawn(?:\s+(?:by|due|because)\b|\s*(?:[.;,:]|$)))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AbstractPattern();
}
