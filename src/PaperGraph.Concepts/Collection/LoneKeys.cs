using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Keys that one paper alone names, by nothing but phrases, and on which no other key hangs. Most keys of a collection are such: they join
/// nothing, are no concepts unless their paper makes them one, and what is known of them follows from that paper. So no record of them has
/// to be in memory where all papers are counted.
/// </summary>
/// <remarks>
/// Two bits for each of so many slots: met, and not lone. Keys that share a slot pass for one that several papers name, so that more
/// records are held than have to be, and never less.
/// </remarks>
internal sealed class LoneKeys
{
    /// <summary>Slots a paper, of which it has some dozen keys alone: one in ten of these shares its slot.</summary>
    private const int SlotsOfPaper = 128;

    private const int MinSlots = 1 << 12;
    private const int MaxSlots = 1 << 30;
    private const int Bits = 64;

    private readonly ulong[] met;
    private readonly ulong[] shared;
    private readonly VocabularyNames vocabulary;

    private LoneKeys(long papers, VocabularyNames vocabulary)
    {
        var slots = MinSlots;
        while (slots < MaxSlots && slots < papers * SlotsOfPaper) slots *= 2;
        (met, shared) = (new ulong[slots / Bits], new ulong[slots / Bits]);
        this.vocabulary = vocabulary;
    }

    /// <param name="papers">All papers of the collection; each is asked for once.</param>
    public static LoneKeys Of(IReadOnlyCollection<PaperNames> papers, VocabularyNames vocabulary)
    {
        var keys = new LoneKeys(papers.Count, vocabulary);
        foreach (var paper in papers) keys.Meet(paper);
        return keys;
    }

    /// <param name="key">One that a paper names; of others the answer says nothing.</param>
    public bool Contains(string key)
    {
        var (word, bit) = Slot(key);
        return (shared[word] & bit) == 0;
    }

    private void Meet(PaperNames paper)
    {
        foreach (var name in paper.Names)
        {
            if (!IsPhraseAlone(name)) Share(name.Key);
            else Meet(name.Key);
            if (NameContribution.IsPlural(name)) Share(name.Key[..^1]);
        }
        foreach (var pair in paper.Abbreviations)
        {
            Share(pair.ShortKey);
            Share(pair.LongKey);
        }
    }

    private bool IsPhraseAlone(CountedName name) =>
        name.Surfaces.All(surface => surface.Origin == ConceptNameOrigin.Text)
        && !vocabulary.IsShort(name.Key) && vocabulary.Vocabulary.Find(name.Key) is null && vocabulary.Unions(name.Key).Count == 0
        && !NameContribution.IsPlural(name)
        && !NamePhrase.Words(NameContribution.PhraseOf(name), vocabulary.Vocabulary).Any();

    private void Meet(string key)
    {
        var (word, bit) = Slot(key);
        if ((met[word] & bit) != 0) shared[word] |= bit;
        met[word] |= bit;
    }

    private void Share(string key)
    {
        var (word, bit) = Slot(key);
        shared[word] |= bit;
    }

    private (int Word, ulong Bit) Slot(string key)
    {
        var slot = (uint)CollectionReference.Holds(key) % (uint)(met.Length * (long)Bits);
        return ((int)(slot / Bits), 1UL << (int)(slot % Bits));
    }
}
