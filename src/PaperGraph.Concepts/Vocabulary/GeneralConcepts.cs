using System.Collections.Frozen;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// Concepts that papers of any subject name, such as "Neural Network", "F1 Score" or "GPT-4o": they say little of what a paper is about,
/// however few papers of a collection have them.
/// </summary>
internal static class GeneralConcepts
{
    public const string FileName = "general.tsv";

    private static readonly FrozenSet<string> Keys =
        ShippedData.Rows(FileName).Select(row => ConceptKey.Create(row[0])).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="key">The key of a concept: where the vocabulary has it, that of its entry.</param>
    public static bool Contains(string key) => Keys.Contains(key);
}
