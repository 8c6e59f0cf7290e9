using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Tex;

namespace PaperGraph.Sources.Arxiv;

/// <summary>Names of authors as arXiv's submitters write them: in one text, with affiliations in brackets, and in TeX.</summary>
internal static partial class ArxivAuthors
{
    /// <summary>The names in their order.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var names = new List<string>();
        foreach (var part in SeparatorPattern().Split(Prose.Line(WithoutBrackets(text))))
        {
            if (Prose.LineOrNull(TexDecoder.Decode(part)) is not { } name || !name.Any(char.IsLetter)) continue;
            if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) name = name["the ".Length..];
            if (SuffixPattern().IsMatch(name) && names.Count > 0) names[^1] += " " + name;
            else if (!AreOthers(name)) names.Add(name);
        }
        return names;
    }

    /// <summary>Where a list says whose collaboration it is, arXiv makes its colon a person.</summary>
    public static bool IsColon(string? name) => name == ":";

    /// <summary>Whether a text stands for the people who are not named: <c>et al.</c>, <c>others</c>.</summary>
    public static bool AreOthers(string name) => OthersPattern().IsMatch(name);

    /// <summary>A name whose family name stands first, before a comma, as it is read; another as it is.</summary>
    public static string InReadingOrder(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var family, var given] => $"{given} {family}",
            [var family, var suffix, var given] when SuffixPattern().IsMatch(suffix) => $"{given} {family} {suffix}",
            [var family, var given, var suffix] when SuffixPattern().IsMatch(suffix) => $"{given} {family} {suffix}",
            _ => name,
        };
    }

    private static string WithoutBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var letter in text)
        {
            if (letter == '(') depth++;
            if (depth == 0) kept.Append(letter);
            if (letter == ')') depth = Math.Max(0, depth - 1);
        }
        return kept.ToString();
    }

    [GeneratedRegex(@"\s*[,;:](?![^{]*\})\s*(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+|\s+\\&\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"^(?:Jr|Sr|II|III|IV)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex SuffixPattern();

    [GeneratedRegex(@"^(?:et al|others)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OthersPattern();
}
