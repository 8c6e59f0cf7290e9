using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Finds the words that need no model to be tagged: those of the closed classes, which all texts share, as far as a corpus gives
/// them one tag only. Nouns, adjectives and verbs depend on the field that the corpus is of, and are left to the model.
/// </summary>
internal static class ClosedClassTable
{
    private const int MinUses = 5;
    private const double MinShare = 0.99;

    public static SortedDictionary<string, PartOfSpeech> From(IEnumerable<PosSentence> sentences)
    {
        var uses = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
            foreach (var (token, label) in sentence.Tokens.Zip(sentence.Labels))
            {
                if (!uses.TryGetValue(token.Lower, out var counts)) uses[token.Lower] = counts = new int[PosTagger.Labels.Length];
                counts[label]++;
            }

        var table = new SortedDictionary<string, PartOfSpeech>(StringComparer.Ordinal);
        foreach (var (word, counts) in uses)
        {
            var (all, most) = (counts.Sum(), counts.Max());
            var tag = (PartOfSpeech)Array.IndexOf(counts, most);
            if (all >= MinUses && most >= MinShare * all && (IsClosed(tag) || word.Length > 1 && CommonWords.Function.Contains(word)))
                table[word] = tag;
        }

        return table;
    }

    public static IEnumerable<string> Lines(IReadOnlyDictionary<string, PartOfSpeech> table) =>
    [
        "# Words of one part of speech only; counted in GENIA (CC BY 3.0) and in the academic and textbook documents of GUM (CC BY).",
        "word\ttag",
        .. table.Select(row => $"{row.Key}\t{row.Value}"),
    ];

    private static bool IsClosed(PartOfSpeech tag) => tag
        is PartOfSpeech.Preposition or PartOfSpeech.Determiner or PartOfSpeech.Conjunction or PartOfSpeech.Pronoun or PartOfSpeech.Modal
        or PartOfSpeech.To or PartOfSpeech.Other;
}
