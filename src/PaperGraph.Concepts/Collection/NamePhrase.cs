using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>What else a phrase of several words is called: with its short words spelt out, or without a head that says nothing.</summary>
internal static class NamePhrase
{
    /// <summary>The short forms on which <see cref="Expanded"/> and <see cref="WithoutHead"/> hang.</summary>
    public static IEnumerable<string> Words(string? phrase, ConceptVocabulary vocabulary)
    {
        if (phrase is null) yield break;
        foreach (var word in phrase.Split(' '))
            if (word.TrimEnd('s') is var bare && Senses.IsShort(bare)) yield return ConceptKey.Create(bare);
        if (Head(phrase, vocabulary) is { } head) yield return head.Key;
    }

    /// <summary>"multimodal LLM" is what "multimodal large language model" is.</summary>
    public static string? Expanded(string phrase, NameView view)
    {
        var changed = false;
        var words = phrase.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd('s');
            if (!Senses.IsShort(word) || SpeltOut(ConceptKey.Create(word), view)?.Name is not { } name || Senses.IsShort(name)) continue;
            words[i] = name;
            changed = true;
        }

        return changed ? ConceptKey.Create(string.Join(' ', words)) : null;
    }

    /// <summary>
    /// What the vocabulary calls a phrase that goes on with a generic head only: "flow-matching model" is what "flow matching" is; null
    /// for others.
    /// </summary>
    public static string? WithoutHead(string phrase, NameView view)
    {
        if (Head(phrase, view.Vocabulary) is not { Key: var key, Entry: var entry }) return null;
        return !view.IsShort(key) || SpeltOut(key, view)?.Key == entry.Key ? entry.Key : null;
    }

    /// <summary>The entry that a short form stands for by long forms alone, or null.</summary>
    public static VocabularyEntry? SpeltOut(string shortKey, NameView view) =>
        view.DominantByLongForms(shortKey) is { } sense ? view.Entry(sense.Component) : null;

    private static (string Key, VocabularyEntry Entry)? Head(string phrase, ConceptVocabulary vocabulary)
    {
        var space = phrase.LastIndexOf(' ');
        var head = phrase[(space + 1)..];
        if (space < 0 || !ConceptKey.IsGenericHead(WordForms.Singular(head.ToLowerInvariant(), head))) return null;
        if (vocabulary.Find(ConceptKey.Create(phrase)) is not null) return null;
        var key = ConceptKey.Create(phrase[..space]);
        return vocabulary.Find(key) is { } entry && !IsOtherWord(phrase[..space], entry) ? (key, entry) : null;
    }

    /// <summary>
    /// A proper name of one word needs a capital, and its s: "replicas" are not Replica, "complex networks" not ComplEx, "Twin Networks"
    /// not Twins.
    /// </summary>
    public static bool IsOtherWord(string surface, VocabularyEntry entry) =>
        LacksItsS(surface, entry) || (entry.IsProperName || Plausibility.LooksCoined(entry.Name)) && !entry.Name.Contains(' ')
            && Plausibility.HasCapital(entry.Name)
        && !Plausibility.HasCapital(surface)
        && entry.Aliases.All(alias => Plausibility.HasCapital(alias) || ConceptKey.Create(alias) != ConceptKey.Create(surface));

    private static bool LacksItsS(string surface, VocabularyEntry entry) =>
        entry.IsProperName && !entry.Name.Contains(' ') && entry.Name[^1] == 's' && surface[^1] is not ('s' or 'S')
        && ConceptKey.Create(surface) == entry.Key && !entry.Aliases.Contains(surface, StringComparer.OrdinalIgnoreCase);
}
