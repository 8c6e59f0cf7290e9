namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What the papers of a collection say of one key, and what follows from it: as a name, as a short form, as what others are short for,
/// and as the key that leads a component. Decisions depend on records alone, so that one more paper changes a few of them.
/// </summary>
internal sealed class NameRecord
{
    public static NameRecord Empty { get; } = new();

    private static readonly SortedDictionary<string, SenseCount> NoSenses = new(StringComparer.Ordinal);

    /// <summary>Null where there are none, as of nearly all keys.</summary>
    private SortedDictionary<string, SenseCount>? senses;

    /// <summary>Papers that name the key.</summary>
    public int Papers { get; set; }

    /// <summary>Papers that spell it as a plural with capitals inside.</summary>
    public int Plurals { get; set; }

    /// <summary>The first in ordinal order of the spellings of several words.</summary>
    public string? Phrase { get; set; }

    /// <summary>The first in ordinal order of what papers say that short forms stand for; null where none stands for the key.</summary>
    public string? Spelling { get; set; }

    /// <summary>What papers say that the key is short for, by the keys of that; changed by <see cref="SetSense"/> alone.</summary>
    public SortedDictionary<string, SenseCount> Senses => senses ?? NoSenses;

    /// <summary>Pairs of long forms of the key that are spellings of one; the pairs of the more frequent first.</summary>
    public IReadOnlyList<(string First, string Second)> Variants { get; set; } = [];

    /// <summary>The key of the phrase with its short words spelt out, where that is another.</summary>
    public string? Expanded { get; set; }

    /// <summary>The key of the vocabulary's entry that the phrase is without its last word.</summary>
    public string? Bare { get; set; }

    /// <summary>
    /// The leading key by long forms alone, by which the words of phrases are spelt out; null where the vocabulary alone decides.
    /// </summary>
    public string? LongFormLeader { get; set; }

    /// <summary>The key that leads the component; null where the vocabulary alone decides, or the key is by itself.</summary>
    public string? Leader { get; set; }

    /// <summary>What papers call the component that the key leads; null where none names it.</summary>
    public ComponentTally? Tally { get; set; }

    /// <summary>The slug that the concept would have if no other had it; null where there is no concept.</summary>
    public string? PlainSlug { get; set; }

    public string? Slug { get; set; }

    public bool IsEmpty => Papers == 0 && Plurals == 0 && Phrase is null && Spelling is null && Senses.Count == 0 && Variants.Count == 0
        && LongFormLeader is null && Leader is null && Tally is null && PlainSlug is null;

    /// <param name="count">How many papers say so; none takes the sense away.</param>
    public void SetSense(string longKey, SenseCount count)
    {
        if (count.Papers == 0) senses?.Remove(longKey);
        else (senses ??= new SortedDictionary<string, SenseCount>(StringComparer.Ordinal))[longKey] = count;
    }

    /// <summary>Counts what one paper calls the component that the key leads, in place of what it called it before.</summary>
    public void Count(IReadOnlyList<NamedSo> was, IReadOnlyList<NamedSo> called)
    {
        Tally ??= new ComponentTally();
        if (was.Count > 0) Tally.Count(was, -1);
        if (called.Count > 0) Tally.Count(called, 1);
        if (Tally.IsEmpty) Tally = null;
    }

    public NameRecord Clone()
    {
        var clone = (NameRecord)MemberwiseClone();
        clone.senses = senses is null ? null : new SortedDictionary<string, SenseCount>(senses, StringComparer.Ordinal);
        clone.Tally = Tally?.Clone();
        return clone;
    }

    /// <summary>What the record is found by, see <see cref="CollectionReference"/>.</summary>
    /// <param name="words">The short forms that <see cref="Phrase"/> has words of.</param>
    public int[] References(IEnumerable<string> words) =>
    [
        .. Senses.Keys.Select(CollectionReference.StandsFor)
            .Concat(words.Select(CollectionReference.HasWord))
            .Concat(new[] { Expanded, Bare }.OfType<string>().Select(CollectionReference.LeadsTo))
            .Concat(PlainSlug is null ? [] : [CollectionReference.HasSlug(PlainSlug)])
            .Distinct(),
    ];
}

/// <param name="Papers">Papers that say so.</param>
/// <param name="SpeltOut">Those of them that spell out a short name of the vocabulary, see <see cref="NameExpansion"/>.</param>
internal readonly record struct SenseCount(int Papers, int SpeltOut);
