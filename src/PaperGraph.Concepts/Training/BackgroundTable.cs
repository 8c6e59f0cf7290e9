using System.Globalization;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>Counts in how many sections of SciREX's papers (Apache-2.0) each word stands.</summary>
internal static class BackgroundTable
{
    private const int LeastSections = 3;

    public static IEnumerable<string> Lines(IEnumerable<string> sections)
    {
        var frequency = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var section in sections)
        {
            count++;
            foreach (var word in WordPart.Of(Tokenizer.Tokens(section)).Select(part => part.Form).Where(IsWord).Distinct())
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        yield return "# In how many sections of research papers each word stands; counted in SciREX (Apache-2.0). The row \"*\" is the number of sections.";
        yield return "word\tsections";
        yield return string.Create(CultureInfo.InvariantCulture, $"*\t{count}");
        foreach (var (word, sectionsWithIt) in frequency)
            if (sectionsWithIt >= LeastSections) yield return string.Create(CultureInfo.InvariantCulture, $"{word}\t{sectionsWithIt}");
    }

    private static bool IsWord(string form) => form.Length > 1 && form.All(char.IsLetter);
}
