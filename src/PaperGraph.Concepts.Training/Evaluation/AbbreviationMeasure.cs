using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>Definitions found in the abstracts of MED-1250 (1,250 abstracts with their pairs, public domain).</summary>
internal static class AbbreviationMeasure
{
    public const string FileName = "med1250.txt";

    public static FScore Measure(string folder)
    {
        var sum = default(FScore);
        foreach (var (text, pairs) in Read(folder))
        {
            var found = text.SelectMany(line => AbbreviationFinder.Find(line, isTitle: false))
                .Select(pair => (pair.Short, Plain(pair.Long))).Distinct().ToList();
            sum += FScore.From(found, pairs);
        }

        return sum;
    }

    /// <summary>
    /// Blocks of a number, title, abstract, and indented lines "short|long"; blank lines between. Carriage returns stand inside
    /// lines too and end none.
    /// </summary>
    internal static IEnumerable<(List<string> Text, List<(string Short, string Long)> Pairs)> Read(string folder)
    {
        var text = new List<string>();
        var pairs = new List<(string, string)>();
        foreach (var line in File.ReadAllText(Path.Combine(folder, FileName)).Split('\n').Append(""))
        {
            if (line.Trim().Length == 0)
            {
                if (text.Count > 1) yield return (text[1..], pairs);
                (text, pairs) = ([], []);
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && line.Split('|') is [var shortForm, var longForm, ..])
            {
                pairs.Add((shortForm.Trim(), Plain(longForm)));
            }
            else
            {
                text.Add(line);
            }
        }
    }

    private static string Plain(string longForm) => string.Join(' ', longForm.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
