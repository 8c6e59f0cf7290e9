using PaperGraph.Concepts.Candidates;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What one paper brings to the collection: its names and the abbreviations it defines. Small, without offsets; can be
/// kept, or made again from the text.
/// </summary>
public sealed record PaperNames(long PaperId, IReadOnlyList<CountedName> Names, IReadOnlyList<AbbreviationPair> Abbreviations)
{
    /// <summary>What the paper defines a short form as, or null.</summary>
    internal string? LongForm(string shortKey) => Pair(shortKey) is { IsCoined: false } pair ? pair.Long : null;

    /// <summary>Whether the paper says what the name stands for, be it for itself.</summary>
    internal bool Defines(string shortKey) => Pair(shortKey) is not null;

    /// <summary>Whether the paper introduces the name, and does not say what it is short for.</summary>
    internal bool Coins(string key) => Pair(key) is { IsCoined: true };

    /// <summary>The key of what the paper defines a short form as; null where that is nothing, or no other name than itself.</summary>
    internal string? DefinedKey(string shortKey) => Pair(shortKey) is { IsCoined: false, LongKey.Length: > 0 } pair ? pair.LongKey : null;

    /// <summary>What the paper is found by among others, see <see cref="CollectionReference"/>.</summary>
    public IEnumerable<int> CreateReferences() => Names.Select(name => CollectionReference.Holds(name.Key))
        .Concat(Abbreviations.Select(pair => CollectionReference.Holds(pair.LongKey)))
        .Concat(Abbreviations.Where(pair => DefinedKey(pair.ShortKey) is not null)
            .Select(pair => CollectionReference.Defines(pair.ShortKey)))
        .Distinct();

    private AbbreviationPair? Pair(string shortKey)
    {
        foreach (var pair in Abbreviations)
            if (pair.ShortKey == shortKey) return pair;
        return null;
    }

    public static PaperNames From(long paperId, ExtractedPaper paper)
    {
        var mentions = paper.Mentions.Select(mention => (Surface: OneLine(mention.Surface), Mention: mention)).ToArray();
        Array.Sort(mentions, ByKeyAndSurface);

        var names = new List<CountedName>();
        var surfaces = new List<SurfaceCount>();
        var opensTitle = false;
        for (var i = 0; i < mentions.Length; i++)
        {
            var (surface, mention) = mentions[i];
            opensTitle |= mention is { Field: TextField.Title, Start: 0 };
            if (surfaces.Count > 0 && surfaces[^1].Surface == surface) surfaces[^1] = surfaces[^1].With(mention);
            else surfaces.Add(new SurfaceCount(surface, 1, mention.Field, mention.Origin));

            if (i + 1 < mentions.Length && mentions[i + 1].Mention.Key == mention.Key) continue;
            names.Add(new CountedName(mention.Key, mention.Kind, mention.Score, [.. surfaces]) { OpensTitle = opensTitle });
            surfaces.Clear();
            opensTitle = false;
        }

        return new PaperNames(paperId, names, paper.Abbreviations);
    }

    private static int ByKeyAndSurface(
        (string Surface, ExtractedMention Mention) first, (string Surface, ExtractedMention Mention) second) =>
        string.CompareOrdinal(first.Mention.Key, second.Mention.Key) is not 0 and var order
            ? order
            : string.CompareOrdinal(first.Surface, second.Surface);

    /// <summary>Titles and abstracts may break lines inside a name.</summary>
    private static string OneLine(string surface) =>
        surface.AsSpan().ContainsAny('\n', '\r', '\t') || surface.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : surface;
}

/// <summary>A key with the ways in which the paper spells it.</summary>
/// <param name="Score">How much the paper is about it, from 0 to 1.</param>
public sealed record CountedName(string Key, ConceptKind Kind, float Score, IReadOnlyList<SurfaceCount> Surfaces)
{
    /// <summary>Whether it stands at the beginning of the title, as what a paper is about does.</summary>
    public bool OpensTitle { get; init; }
}

/// <param name="Surface">The words on one line, with single blanks.</param>
/// <param name="Field">The title, where the surface stands there too.</param>
public sealed record SurfaceCount(string Surface, int Count, TextField Field, ConceptNameOrigin Origin)
{
    internal SurfaceCount With(ExtractedMention mention) => new(
        Surface,
        Count + 1,
        mention.Field < Field ? mention.Field : Field,
        OriginCertainty.Surer(Origin, mention.Origin));
}
