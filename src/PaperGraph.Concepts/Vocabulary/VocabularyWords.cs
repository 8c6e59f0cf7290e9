using System.Collections.Frozen;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// All words of the names that the shipped vocabulary knows, as they are printed but in lower case: needed before names have keys.
/// </summary>
internal static class VocabularyWords
{
    private static readonly FrozenSet<string> Words = VocabularyFiles.Names
        .SelectMany(TsvResource.Rows)
        .SelectMany(row => TsvResource.List(row[2]).Append(row[0].TrimStart('=')))
        .SelectMany(name => name.ToLowerInvariant().Split(' ', '-'))
        .ToFrozenSet();

    public static bool Contains(string lower) => Words.Contains(lower);
}
