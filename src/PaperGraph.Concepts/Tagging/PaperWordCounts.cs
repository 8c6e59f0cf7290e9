using System.Runtime.InteropServices;

namespace PaperGraph.Concepts.Tagging;

/// <summary>How often a paper uses a form, and whether its title does.</summary>
internal readonly record struct WordUse(int Count, bool InTitle);

/// <summary>How often the paper uses each form; forms go by their hashes.</summary>
internal sealed class PaperWordCounts
{
    private readonly Dictionary<uint, WordUse> uses = [];

    public PaperWordCounts(IEnumerable<AnalyzedField> fields)
    {
        foreach (var field in fields)
            foreach (var part in field.Parts)
            {
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, part.Hash, out _);
                use = new WordUse(use.Count + 1, use.InTitle || field.Field == PaperField.Title);
            }
    }

    public WordUse this[uint hash] => uses.GetValueOrDefault(hash);
}
