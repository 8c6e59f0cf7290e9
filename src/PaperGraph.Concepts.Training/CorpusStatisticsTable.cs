using System.Globalization;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Counts in how many sections of SciREX's papers (Apache-2.0) each word stands, and how often it stands inside a name there.
/// </summary>
internal static class CorpusStatisticsTable
{
    private const int MinSections = 3;

    public static IEnumerable<string> Lines(IEnumerable<AnnotatedDocument> documents)
    {
        var words = new SortedDictionary<string, (int Sections, int Uses, int Named)>(StringComparer.Ordinal);
        var sections = 0;
        foreach (var section in documents.SelectMany(document => document.Sections))
        {
            sections++;
            foreach (var uses in Uses(section).GroupBy(use => use.Form, use => use.Named))
            {
                var known = words.GetValueOrDefault(uses.Key);
                words[uses.Key] = (known.Sections + 1, known.Uses + uses.Count(), known.Named + uses.Count(named => named));
            }
        }

        yield return "# In how many sections of research papers each word stands, and how many of a hundred uses are inside a name; "
            + "counted in SciREX";
        yield return "# (Apache-2.0). The row \"*\" is the number of sections.";
        yield return "word\tsections\tnamed";
        yield return string.Create(CultureInfo.InvariantCulture, $"*\t{sections}\t0");
        foreach (var (word, count) in words)
            if (count.Sections >= MinSections)
                yield return string.Create(CultureInfo.InvariantCulture, $"{word}\t{count.Sections}\t{100 * count.Named / count.Uses}");
    }

    private static IEnumerable<(string Form, bool Named)> Uses(AnnotatedText section)
    {
        var spans = section.Spans.OrderBy(span => span.Start).ToList();
        var next = 0;
        foreach (var part in WordPart.Split(Tokenizer.Tokens(section.Text)))
        {
            while (next < spans.Count && spans[next].End <= part.Start) next++;
            if (part.Length > 1 && part.Form.All(char.IsLetter))
                yield return (part.Form, next < spans.Count && spans[next].Start <= part.Start);
        }
    }
}
