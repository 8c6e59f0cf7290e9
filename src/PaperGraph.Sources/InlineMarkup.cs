using System.Text.RegularExpressions;

namespace PaperGraph.Sources;

/// <summary>
/// Titles and abstracts in which publishers left tags of HTML, JATS and MathML: <c>&lt;i&gt;E. coli&lt;/i&gt; &amp;amp; others</c>.
/// </summary>
internal static partial class InlineMarkup
{
    public static string WithoutTags(string text) => TagPattern().Replace(text, "");

    /// <summary>One line without tags and entities; null where nothing is in it.</summary>
    public static string? Line(string? text) =>
        text is null ? null : Prose.LineOrNull(Prose.DecodedLine(WithoutTags(text)));

    /// <summary>Less-than signs begin no tag where no name of one stands behind them, or something else than attributes.</summary>
    [GeneratedRegex(
        """
        </?(?:i|b|u|em|strong|sup|sub|span|scp|sc|tt|p|br|(?:jats|mml):[a-z]+)
        (?:\s+[a-z:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*/?>
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TagPattern();
}
