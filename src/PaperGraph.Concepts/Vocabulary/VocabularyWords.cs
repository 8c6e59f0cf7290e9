using System.Collections.Frozen;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All words of the names that the shipped vocabulary knows, as they are printed but in lower case: needed before names have keys. They are
/// read once, when a word is first asked for, which is when the first key is made.
/// </summary>
internal static class VocabularyWords
{
    private static readonly FrozenSet<string> Words = VocabularyFiles.Names
        .SelectMany(ShippedData.Rows)
        .SelectMany(row => TsvResource.List(row[2]).Append(row[0].TrimStart('=')))
        .SelectMany(name => name.ToLowerInvariant().Split(' ', '-'))
        .ToFrozenSet();

    public static bool Contains(string lower) => Words.Contains(lower);
}
