using PaperGraph.Data.Papers;
using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Citations;

/// <summary>A work at the other end of citations, with all that the listings of one paper state of it.</summary>
/// <param name="Keys">The kinds and keys as <c>paper_keys</c> has them, the surest first; never empty.</param>
/// <param name="Source">The best of the sources that state it.</param>
internal sealed record MergedEnd(StatedWork Work, string[] Keys, string Source)
{
    /// <summary>A shorter title, such as "Introduction", may be that of any work: it tells what the end is called, and not which.</summary>
    private const int LeastOfTitle = 16;

    /// <summary>The kind of a key that leads to no paper, for an end that must have one.</summary>
    private const string Words = "WORDS";

    /// <summary>Ids in catalogues lead to papers, and make no two ends one: sources mix them up.</summary>
    private const int OfCatalogue = 4;

    /// <summary>Makes one end of all works that share a key. The ends are in the order of their first works.</summary>
    /// <param name="works">The most believed first, in an order that does not depend on when they came.</param>
    public static IReadOnlyList<MergedEnd> Merge(IEnumerable<(StatedWork Work, string Source)> works)
    {
        var ends = new List<MergedEnd?>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (work, source) in works)
        {
            // What is longer than a key of a paper can be leads to none, and has no room in an index.
            var keys = KeysOf(work).Where(key => key.Length <= TextLimits.Name).ToArray();
            if (keys.Length == 0) continue;
            var known = keys.Where(key => Sureness(key) != OfCatalogue && places.ContainsKey(key)).Select(key => places[key])
                .Distinct().Order().ToList();
            var merged = new MergedEnd(work, keys, source);
            foreach (var place in known.AsEnumerable().Reverse()) merged = Merge(ends[place]!, merged);
            foreach (var place in known.Skip(1)) ends[place] = null;
            var first = known.Count > 0 ? known[0] : ends.Count;
            if (first == ends.Count) ends.Add(merged);
            else ends[first] = merged;
            foreach (var key in merged.Keys) places[key] = first;
        }
        return [.. ends.OfType<MergedEnd>()];
    }

    /// <summary>A key as an end has it.</summary>
    public static string Key(PaperKeyKind kind, string key) => $"{EnumName.For(kind)} {key}";

    /// <summary>What a work is known by, the surest first.</summary>
    public static IEnumerable<string> KeysOf(StatedWork work)
    {
        if (work.ArxivId is { } arxiv) yield return Key(PaperKeyKind.Arxiv, ArxivIds.ToKey(arxiv));
        if (work.Doi is { } doi && !Doi.IsPlaceholder(doi))
        {
            if (ArxivIds.FromDoi(doi) is { } registered) yield return Key(PaperKeyKind.Arxiv, ArxivIds.ToKey(registered));
            else yield return Key(PaperKeyKind.Doi, doi);
        }
        if (work.OpenAlexId is { } openAlex) yield return Key(PaperKeyKind.OpenAlex, openAlex);
        if (work.SemanticScholarId is { } semanticScholar) yield return Key(PaperKeyKind.SemanticScholar, semanticScholar);
        foreach (var id in work.Ids?.All() ?? []) yield return $"{EnumName.For(id.Kind)} {id.Id}";
        if (work.Title is { } title && TitleKey.Create(title) is { Length: > 0 } words)
            yield return words.Length >= LeastOfTitle ? Key(PaperKeyKind.Title, words) : $"{Words} {words}";
    }

    private static MergedEnd Merge(MergedEnd better, MergedEnd worse)
    {
        var work = new StatedWork
        {
            ArxivId = better.Work.ArxivId ?? worse.Work.ArxivId,
            Doi = better.Work.Doi ?? worse.Work.Doi,
            OpenAlexId = better.Work.OpenAlexId ?? worse.Work.OpenAlexId,
            SemanticScholarId = better.Work.SemanticScholarId ?? worse.Work.SemanticScholarId,
            Ids = better.Work.Ids ?? worse.Work.Ids,
            Title = better.Work.Title ?? worse.Work.Title,
            Year = better.Work.Year ?? worse.Work.Year,
        };
        // Keys of ids that the better one states otherwise stay: they lead to the same work.
        return new MergedEnd(
            work, [.. better.Keys.Union(worse.Keys).OrderBy(Sureness).ThenBy(key => key, StringComparer.Ordinal)], better.Source);
    }

    private static int Sureness(string key) => key[..key.IndexOf(' ', StringComparison.Ordinal)] switch
    {
        "ARXIV" => 0,
        "DOI" => 1,
        "OPEN_ALEX" => 2,
        "SEMANTIC_SCHOLAR" => 3,
        "TITLE" => 5,
        Words => 6,
        _ => OfCatalogue,
    };
}
