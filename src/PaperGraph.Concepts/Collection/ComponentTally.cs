using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>What papers call one component. Papers can be taken away again.</summary>
internal sealed class ComponentTally
{
    private static readonly ConceptKind[] KindOrder =
        [ConceptKind.Method, ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Model, ConceptKind.Metric, ConceptKind.Other];

    private static readonly ConceptNameOrigin[] OriginOrder =
        [ConceptNameOrigin.Text, ConceptNameOrigin.Name, ConceptNameOrigin.Abbreviation, ConceptNameOrigin.Vocabulary];

    private readonly int[] kinds = new int[KindOrder.Length];
    private readonly List<Spelling> spellings = new(1);

    /// <summary>That of one paper, by what it calls the component.</summary>
    public static ComponentTally Of(IReadOnlyList<NamedSo> names)
    {
        var tally = new ComponentTally();
        tally.Count(names, 1);
        return tally;
    }

    /// <summary>Papers that name it.</summary>
    public int Papers { get; private set; }

    /// <summary>Papers that are about it: in which its names weigh something.</summary>
    public int PapersAbout { get; private set; }

    public bool IsEmpty => Papers == 0;

    /// <summary>The keys that are its names.</summary>
    public IEnumerable<string> Keys => spellings.Select(spelling => spelling.Key).Distinct();

    /// <summary>Adds, or takes away by a sign of -1, what one paper calls the component.</summary>
    public void Count(IReadOnlyList<NamedSo> names, int sign)
    {
        Papers += sign;
        if (names.Any(name => name.Name.Score > 0)) PapersAbout += sign;
        foreach (var (name, isName) in names)
        {
            if (!isName) continue;
            kinds[Array.IndexOf(KindOrder, name.Kind)] += sign;
            var isFirst = true;
            foreach (var surface in name.Surfaces)
            {
                Count(new Spelling(name.Key, surface.Surface, surface.Origin, sign * surface.Count, sign, isFirst ? sign : 0));
                isFirst = false;
            }
        }
    }

    /// <param name="key">The component's, which its spellings mostly go by.</param>
    public void Pack(string key, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Papers);
        writer.Write7BitEncodedInt(PapersAbout);
        foreach (var count in kinds) writer.Write7BitEncodedInt(count);
        writer.Write7BitEncodedInt(spellings.Count);
        foreach (var spelling in spellings)
        {
            writer.Write(spelling.Key == key ? "" : spelling.Key);
            writer.Write(spelling.Surface);
            writer.Write((byte)Array.IndexOf(OriginOrder, spelling.Origin));
            writer.Write7BitEncodedInt(spelling.Mentions);
            writer.Write7BitEncodedInt(spelling.Papers);
            writer.Write7BitEncodedInt(spelling.Names);
        }
    }

    public static ComponentTally Unpack(string key, ref ByteReader bytes, RepeatedTexts texts)
    {
        var tally = new ComponentTally { Papers = bytes.Int32(), PapersAbout = bytes.Int32() };
        foreach (ref var count in tally.kinds.AsSpan()) count = bytes.Int32();
        for (var left = bytes.Int32(); left > 0; left--)
        {
            var spelt = texts.Read(ref bytes);
            tally.spellings.Add(new Spelling(
                spelt.Length == 0 ? key : spelt, texts.Read(ref bytes), OriginOrder[bytes.Byte()],
                bytes.Int32(), bytes.Int32(), bytes.Int32()));
        }

        return tally;
    }

    public ComponentTally Clone()
    {
        var clone = new ComponentTally { Papers = Papers, PapersAbout = PapersAbout };
        kinds.CopyTo(clone.kinds, 0);
        clone.spellings.AddRange(spellings);
        return clone;
    }

    /// <summary>Whether one paper alone has it, by nothing but phrases.</summary>
    public bool IsOnePhrase(Func<string, bool> isShort) =>
        Papers == 1 && Surfaces().TrueForAll(surface => surface.Origin == ConceptNameOrigin.Text && !isShort(surface.Key));

    /// <summary>The kind that most papers tell, unless more than three times as many tell none.</summary>
    public ConceptKind Kind
    {
        get
        {
            var votes = new KindVotes();
            foreach (var (told, count) in KindOrder.Zip(kinds)) votes.Add(told, count);
            return votes.StrongestSpecific is { } kind && 3 * votes[kind] >= votes[ConceptKind.Other] ? kind : ConceptKind.Other;
        }
    }

    /// <summary>The most widespread key that belongs to no other concept, or null where all are short forms.</summary>
    public string? LeadingKey(Func<string, bool> isShort) => spellings
        .Where(spelling => !isShort(spelling.Key))
        .GroupBy(spelling => spelling.Key)
        .OrderByDescending(key => key.Sum(spelling => spelling.Names)).ThenBy(key => key.Key, StringComparer.Ordinal)
        .Select(key => key.Key).FirstOrDefault();

    /// <summary>
    /// The most frequent spelling of the leading key, or of any key where all of its spellings are those of others too; a short
    /// form, or a name with a word that does not count ("the KnotRig dataset"), only where it is all there is.
    /// </summary>
    public string CanonicalName(Func<string, bool> isShort)
    {
        var leading = LeadingKey(isShort);
        var surfaces = Surfaces();
        return surfaces.Count == 1
            ? surfaces[0].Name
            : surfaces
                .OrderByDescending(surface => leading is null || surface.Key == leading)
                .ThenBy(surface => ConceptKey.LeavesOutWord(surface.Name))
                .ThenByDescending(surface => surface.MentionCount).ThenByDescending(surface => surface.Name, StringComparer.Ordinal)
                .First().Name;
    }

    /// <param name="entry">The vocabulary's entry for it.</param>
    public List<ConceptName> Names(VocabularyEntry? entry)
    {
        var names = Surfaces();
        names.Sort((a, b) => a.MentionCount != b.MentionCount
            ? b.MentionCount.CompareTo(a.MentionCount) : string.CompareOrdinal(a.Name, b.Name));
        if (entry is null) return names;
        var met = names.Select(name => name.Name).ToHashSet();
        var stated = entry.StatedNames.ToHashSet();
        foreach (var known in (IEnumerable<string>)[entry.Name, .. entry.Aliases, .. entry.StatedNames])
            if (met.Add(known))
                names.Add(new ConceptName(
                    known, ConceptKey.Create(known), 0,
                    stated.Contains(known) ? ConceptNameOrigin.Stated : ConceptNameOrigin.Vocabulary));
        return names;
    }

    /// <summary>Each spelling once, with the first of its keys and the surest of its origins.</summary>
    private List<ConceptName> Surfaces()
    {
        if (spellings.Count == 1)
            return [new ConceptName(spellings[0].Surface, spellings[0].Key, spellings[0].Mentions, spellings[0].Origin)];
        return [.. spellings.GroupBy(spelling => spelling.Surface).Select(same => new ConceptName(
            same.Key,
            same.Select(spelling => spelling.Key).Min(StringComparer.Ordinal)!,
            same.Sum(spelling => spelling.Mentions),
            same.Select(spelling => spelling.Origin).Aggregate(OriginCertainty.Surer)))];
    }

    private void Count(Spelling counted)
    {
        for (var i = 0; i < spellings.Count; i++)
        {
            var known = spellings[i];
            if (known.Key != counted.Key || known.Surface != counted.Surface || known.Origin != counted.Origin) continue;
            var sum = known with
            {
                Mentions = known.Mentions + counted.Mentions,
                Papers = known.Papers + counted.Papers,
                Names = known.Names + counted.Names,
            };
            if (sum.Papers == 0) spellings.RemoveAt(i);
            else spellings[i] = sum;
            return;
        }
        spellings.Add(counted);
    }

    /// <param name="Papers">Papers that spell the key so.</param>
    /// <param name="Names">Those for which it is the first spelling of the key: they add up to the papers of the key.</param>
    private readonly record struct Spelling(
        string Key, string Surface, ConceptNameOrigin Origin, int Mentions, int Papers, int Names);
}

/// <param name="IsName">False of what only the paper's context gives the meaning: "segmentation" is no name of semantic
/// segmentation.</param>
internal readonly record struct NamedSo(CountedName Name, bool IsName);
