using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Which listings are of the same paper: those of one arXiv id; those of one DOI; and those of one title where nothing else
/// is stated. A listing that states less joins one that states more: a DOI the arXiv id that is stated along with it or under
/// the same title, a title the arXiv id or DOI that it is stated with. By a title alone nothing joins what its authors, its abstract or its
/// year tell apart from it (<see cref="TitleGuard"/>). Of several arXiv ids or DOIs one that those confirm wins, then the lowest. So the
/// answer follows from the set of listings alone, whatever the order in which they came, and a listing that is gone, or says otherwise
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
        var identities = WithIds(listings);
        JoinDois(listings, identities);
        var groups = GuardsOf(listings, identities);
        var alone = new Dictionary<string, List<int>>();
        var ofTitle = IdentitiesOfTitles(listings, identities);
        for (var i = 0; i < listings.Count; i++)
        {
            if (identities[i] is not null) continue;
            var title = listings[i].TitleKey;
            if (!ofTitle.TryGetValue(title, out var candidates)
                || TitleGuard.Choose([listings[i]], candidates, groups) is not { } chosen)
            {
                if (!alone.TryGetValue(title, out var others)) alone.Add(title, others = []);
                others.Add(i);
                continue;
            }
            identities[i] = chosen;
        }

        foreach (var (title, indexes) in alone)
        {
            var clusters = TitleGuard.Cluster([.. indexes.Select(i => listings[i])]);
            for (var i = 0; i < indexes.Count; i++)
                identities[indexes[i]] = Title + title + (clusters[i] is { } apart ? Apart + apart : "");
        }
        return identities!;
    }

    /// <summary>What the ids make the listings that state one; null for others.</summary>
    private static string?[] WithIds(IReadOnlyList<KeyedListing> listings)
    {
        var arxivOfDoi = new Dictionary<string, string>();
        foreach (var listing in listings)
        {
            if (listing.DoiKey is not { } doi || listing.ArxivIdentity is not { } arxiv) continue;
            if (!arxivOfDoi.TryGetValue(doi, out var other) || string.CompareOrdinal(arxiv, other) < 0) arxivOfDoi[doi] = arxiv;
        }
        return
        [
            .. listings.Select(listing => listing.ArxivIdentity
                ?? (listing.DoiKey is { } doi ? arxivOfDoi.GetValueOrDefault(doi) ?? Doi + doi : null)),
        ];
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
