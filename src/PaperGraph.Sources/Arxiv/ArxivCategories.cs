using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Arxiv;

/// <summary>Codes of arXiv's categories, such as <c>cs.CL</c>, <c>hep-th</c> and, of before 2007, <c>cmp-lg</c>.</summary>
internal static partial class ArxivCategories
{
    /// <summary>The codes of a text, which are told apart by blanks.</summary>
    public static IReadOnlyList<string> Split(string field, string? text, FieldProblemCollector problems) =>
        Parse(field, text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [], problems);

    /// <summary>
    /// The codes among some terms, each once. Classes of the ACM and the MSC stand among them in feeds and are left out; anything else is
    /// told.
    /// </summary>
    public static IReadOnlyList<string> Parse(string field, IEnumerable<string?> terms, FieldProblemCollector problems)
    {
        var codes = new List<string>();
        foreach (var term in terms.Select(Prose.LineOrNull).OfType<string>())
        {
            if (term.Length <= TextLimits.ArxivId && CodePattern().IsMatch(term)) codes.Add(term);
            else if (!ClassPattern().IsMatch(term)) problems.Add(field, term, "no category of arXiv");
        }
        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The first of some codes, which is the primary one; null where there is none.</summary>
    public static string? First(IReadOnlyList<string> codes) => codes.Count > 0 ? codes[0] : null;

    [GeneratedRegex("^[a-z]+(?:-[a-z]+)?(?:[.][A-Za-z]+(?:-[A-Za-z]+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    /// <summary>They begin with a number or a capital and hold a digit: <c>68T50</c>, <c>I.2.7</c>, <c>Primary 05C</c>.</summary>
    [GeneratedRegex("^(?=.*[0-9])[0-9A-Z(]", RegexOptions.CultureInvariant)]
    private static partial Regex ClassPattern();
}
