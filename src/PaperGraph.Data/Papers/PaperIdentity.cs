using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Which listings are of the same paper: those of one arXiv id; those of one DOI; those of one record of OpenAlex or of Semantic Scholar;
/// and those of one title where nothing else is stated. A listing that states less joins one that states more: a DOI or a record the arXiv
/// id that is stated along with it or under the same title, a record the DOI, a title the arXiv id or DOI that it is stated with. By title
/// alone nothing joins what its authors, its abstract or its year tell apart from it (<see cref="TitleGuard"/>); different records of one
/// title may be of one paper, as sources have papers twice. Of several arXiv ids or DOIs one that those confirm wins, then the lowest. So
/// the answer follows from the set of listings alone, whatever the order in which they came, and a listing that is gone, or says otherwise
/// now, leaves nothing behind.
/// </summary>
public static class PaperIdentity
{
    private const string Arxiv = "arxiv:";
    private const string Doi = "doi:";
    private const string Title = "title:";

    /// <summary>Stands between a title and what tells its paper from others of the title; no title's key has it.</summary>
    internal const char Apart = '\u001f';

    /// <summary>The identity of a paper with an arXiv id.</summary>
    /// <param name="id">Without its version; with its subject class or without.</param>
    public static string FromArxiv(string id) => Arxiv + ArxivIds.ToKey(id);

    /// <summary>The key that an identity is made of.</summary>
    public static (PaperKeyKind Kind, string Key) Parse(string identity) =>
        identity.StartsWith(Arxiv, StringComparison.Ordinal) ? (PaperKeyKind.Arxiv, identity[Arxiv.Length..])
        : identity.StartsWith(Doi, StringComparison.Ordinal) ? (PaperKeyKind.Doi, identity[Doi.Length..])
        : (PaperKeyKind.Title, identity[Title.Length..].Split(Apart)[0]);

    /// <summary>The identities of the listings, in their order; the listings are all that share a title or an id with another.</summary>
    internal static IReadOnlyList<string> For(IReadOnlyList<KeyedListing> listings)
    {
        var records = RecordsOf(listings);
        var identities = WithIds(listings, records);
        JoinDois(listings, identities);
        var groups = GuardsOf(listings, identities);
        var ofTitle = IdentitiesOfTitles(listings, identities);
        var alone = new List<IReadOnlyList<int>>();
        foreach (var record in records)
        {
            if (identities[record[0]] is not null) continue;
            var candidates = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var i in record)
                if (ofTitle.TryGetValue(listings[i].TitleKey, out var known)) candidates.UnionWith(known);
            if (candidates.Count > 0 && TitleGuard.Choose([.. record.Select(i => listings[i])], candidates, groups) is { } chosen)
                foreach (var i in record) identities[i] = chosen;
            else
                alone.Add(record);
        }

        foreach (var titled in ByTitles(listings, alone))
        {
            var clusters = TitleGuard.Cluster([.. titled.Select(record => record.Select(i => listings[i]).ToList())]);
            for (var i = 0; i < titled.Count; i++)
                foreach (var listing in titled[i])
                    identities[listing] = Title + clusters[i].Title + (clusters[i].Apart is { } apart ? Apart + apart : "");
        }
        return identities!;
    }

    /// <summary>
    /// The listings by what makes them one without their titles: those without an arXiv id that share a DOI or a record, directly or by
    /// others. One with an arXiv id is by itself.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<int>> RecordsOf(IReadOnlyList<KeyedListing> listings)
    {
        var joined = new DisjointSets(listings.Count);
        var first = new Dictionary<(PaperKeyKind Kind, string Key), int>();
        for (var i = 0; i < listings.Count; i++)
        {
            if (listings[i].ArxivIdentity is not null) continue;
            foreach (var key in listings[i].RecordKeys)
                if (!first.TryAdd(key, i)) joined.Join(first[key], i);
        }
        return joined.Groups();
    }

    /// <summary>Records by the titles that they share, directly or through others.</summary>
    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> ByTitles(
        IReadOnlyList<KeyedListing> listings, List<IReadOnlyList<int>> records)
    {
        var joined = new DisjointSets(records.Count);
        var first = new Dictionary<string, int>();
        for (var i = 0; i < records.Count; i++)
            foreach (var listing in records[i])
                if (!first.TryAdd(listings[listing].TitleKey, i)) joined.Join(first[listings[listing].TitleKey], i);
        return joined.Groups().Select(group => group.Select(i => records[i]).ToList());
    }

    /// <summary>What the ids make the listings that state an arXiv id or a DOI, or share a record with such; null for others.</summary>
    private static string?[] WithIds(IReadOnlyList<KeyedListing> listings, IReadOnlyList<IReadOnlyList<int>> records)
    {
        var arxivOf = new Dictionary<(PaperKeyKind Kind, string Key), string>();
        foreach (var listing in listings)
        {
            if (listing.ArxivIdentity is not { } arxiv) continue;
            foreach (var key in listing.RecordKeys)
                if (!arxivOf.TryGetValue(key, out var other) || string.CompareOrdinal(arxiv, other) < 0) arxivOf[key] = arxiv;
        }

        var identities = new string?[listings.Count];
        foreach (var record in records)
        {
            var keys = record.SelectMany(i => listings[i].RecordKeys).ToList();
            var identity = listings[record[0]].ArxivIdentity
                ?? keys.Select(key => arxivOf.GetValueOrDefault(key)).OfType<string>().Min(StringComparer.Ordinal)
                ?? keys.Where(key => key.Kind == PaperKeyKind.Doi).Select(key => Doi + key.Key).Min(StringComparer.Ordinal);
            foreach (var i in record) identities[i] = identity;
        }
        return identities;
    }

    /// <summary>Papers of a DOI become those of an arXiv id that is stated under one of their titles.</summary>
    private static void JoinDois(IReadOnlyList<KeyedListing> listings, string?[] identities)
    {
        var ofTitle = IdentitiesOfTitles(listings, identities);
        var groups = GuardsOf(listings, identities);
        var joined = new Dictionary<string, string>();
        foreach (var (identity, group) in groups)
        {
            if (!identity.StartsWith(Doi, StringComparison.Ordinal)) continue;
            var candidates = new SortedSet<string>(
                group.SelectMany(listing => ofTitle[listing.TitleKey])
                    .Where(other => other.StartsWith(Arxiv, StringComparison.Ordinal)),
                StringComparer.Ordinal);
            if (candidates.Count > 0 && TitleGuard.Choose(group, candidates, groups) is { } chosen)
                joined.Add(identity, chosen);
        }
        for (var i = 0; i < identities.Length; i++)
            if (identities[i] is { } identity && joined.TryGetValue(identity, out var arxiv)) identities[i] = arxiv;
    }

    /// <summary>The listings by what they have become so far.</summary>
    private static Dictionary<string, List<KeyedListing>> GuardsOf(IReadOnlyList<KeyedListing> listings, string?[] identities)
    {
        var groups = new Dictionary<string, List<KeyedListing>>();
        for (var i = 0; i < identities.Length; i++)
        {
            if (identities[i] is not { } identity) continue;
            if (!groups.TryGetValue(identity, out var group)) groups.Add(identity, group = []);
            group.Add(listings[i]);
        }
        return groups;
    }

    /// <summary>The papers that are stated under each title, the lowest first: "arxiv:" sorts before "doi:".</summary>
    private static Dictionary<string, SortedSet<string>> IdentitiesOfTitles(IReadOnlyList<KeyedListing> listings, string?[] identities)
    {
        var ofTitle = new Dictionary<string, SortedSet<string>>();
        for (var i = 0; i < identities.Length; i++)
        {
            if (identities[i] is not { } identity) continue;
            if (!ofTitle.TryGetValue(listings[i].TitleKey, out var known))
                ofTitle.Add(listings[i].TitleKey, known = new SortedSet<string>(StringComparer.Ordinal));
            known.Add(identity);
        }
        return ofTitle;
    }
}
