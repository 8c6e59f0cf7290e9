using System.Text.RegularExpressions;

namespace PaperGraph.Sources;

/// <summary>
/// Titles and abstracts in which publishers left tags of HTML, JATS and MathML: <c>&lt;i&gt;E. coli&lt;/i&gt; &amp;amp; others</c>.
/// </summary>
internal static partial class InlineMarkup
{
    private static string WithoutTags(string text) => TagPattern().Replace(text, "");

    /// <summary>One line without tags and entities; null where nothing is in it.</summary>
    public static string? Line(string? text) =>
        text is null ? null : Prose.LineOrNull(Prose.DecodedLine(WithoutTags(text)));

    /// <summary>The paragraphs, also where tags divide them; without a heading that says no more than that it is an abstract.</summary>
    public static string? Paragraphs(string? text)
    {
        if (text is null) return null;
        var paragraphs = Prose.Paragraphs(Prose.Decode(WithoutTags(ParagraphPattern().Replace(text, "\n\n"))));
        if (paragraphs.StartsWith("Abstract\n", StringComparison.OrdinalIgnoreCase)) paragraphs = paragraphs["Abstract".Length..];
        return Prose.ParagraphsOrNull(paragraphs);
    }

    [GeneratedRegex("</?(?:jats:)?(?:p|title|sec)(?:\\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphPattern();

    /// <summary>Less-than signs begin no tag where no name of one stands behind them, or something else than attributes.</summary>
    [GeneratedRegex(
        """
        </?(?:a|i|b|u|em|strong|sup|sub|span|scp|sc|tt|p|br|(?:jats|mml):[a-z]+)
        (?:\s+[a-z:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*/?>
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TagPattern();
}
