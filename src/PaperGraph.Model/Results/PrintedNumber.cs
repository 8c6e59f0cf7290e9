using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Model.Results;

/// <summary>Numbers as tables of results print them.</summary>
public static partial class PrintedNumber
{
    /// <summary>
    /// The number that a text prints: <c>84.3</c>, <c>84.3%</c> (84.3), <c>84,3</c>, <c>1,020</c>, <c>1.2M</c>, <c>12.5k</c>,
    /// <c>84.3 ± 0.2</c> and <c>84.3 (0.2)</c> (what stands first), <c>3e-4</c>, <c>91.1*</c>. Null where it prints none, or several
    /// (<c>80.4/85.9</c>, <c>10-20</c>).
    /// </summary>
    public static double? Parse(string text)
    {
        if (Pattern().Match(text.Trim()) is not { Success: true } match) return null;
        if (Digits(match.Groups["number"].Value) is not { } digits) return null;
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        number *= match.Groups["scale"].Value switch
        {
            "k" or "K" => 1e3,
            "m" or "M" => 1e6,
            "b" or "B" or "g" or "G" => 1e9,
            "t" or "T" => 1e12,
            _ => 1,
        };
        if (match.Groups["minus"].Success) number = -number;

        // A negative zero would sort as zero does, and be printed otherwise.
        return double.IsFinite(number) ? number + 0.0 : null;
    }

    /// <summary>Whether a text stands for no value: it is empty, or a dash, or says so.</summary>
    public static bool IsMissing(string text) => MissingPattern().IsMatch(text);

    /// <summary>The digits with a point, whichever marks they were printed with; null where the marks contradict each other.</summary>
    private static string? Digits(string printed)
    {
        if (!printed.Contains(',', StringComparison.Ordinal)) return printed;
        if (GroupedPattern().IsMatch(printed)) return printed.Replace(",", "", StringComparison.Ordinal);
        return DecimalCommaPattern().IsMatch(printed) ? printed.Replace(',', '.') : null;
    }

    // What may stand behind a number: its scale or unit, how much it varies, a remark, a mark of a footnote.
    [GeneratedRegex(
        """
        ^[~≈]?\s*(?:(?<minus>[-−–])|\+)?\s*
        (?<number>[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?|\.[0-9]+)
        (?:(?<scale>[kKmMbBgGtT])|\s(?<scale>[kKMBGT]))?
        \s*[%‰]?
        (?:\s*(?:±|\+/-|\\pm)\s*[0-9.,]*[0-9]\s*%?)?
        (?:\s*[(\[][^()\[\]]*[)\]])?
        \s*[*†‡§]*$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedPattern();

    [GeneratedRegex("^[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalCommaPattern();

    [GeneratedRegex(
        @"^\s*(?:[-−–—_*.?/\s]*|n\s*/\s*a|n\.a\.|none|null|nan)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MissingPattern();
}
