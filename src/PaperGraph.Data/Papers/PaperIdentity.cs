using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Which listings are of the same paper: those of one arXiv id; those of one DOI; and those of one title where nothing else
/// is stated. A listing that states less joins one that states more: a DOI the arXiv id that is stated along with it or under
/// the same title, a title the arXiv id or DOI that it is stated with. Of several arXiv ids or DOIs the lowest wins. So the
/// answer follows from the set of listings alone, whatever the order in which they came.
/// </summary>
public static class PaperIdentity
{
    private const string Arxiv = "arxiv:";
    private const string Doi = "doi:";
    private const string Title = "title:";

    /// <summary>The identity of a paper with an arXiv id.</summary>
    /// <param name="id">Without its version; with its subject class or without.</param>
    public static string FromArxiv(string id) => Arxiv + ArxivIds.ToKey(id);

    /// <summary>The key that an identity is made of.</summary>
    public static (PaperKeyKind Kind, string Key) Parse(string identity) =>
        identity.StartsWith(Arxiv, StringComparison.Ordinal) ? (PaperKeyKind.Arxiv, identity[Arxiv.Length..])
        : identity.StartsWith(Doi, StringComparison.Ordinal) ? (PaperKeyKind.Doi, identity[Doi.Length..])
        : (PaperKeyKind.Title, identity[Title.Length..]);

    /// <summary>The identities of the listings, in their order; the listings are all that share a title or an id with another.</summary>
    internal static IReadOnlyList<string> For(IReadOnlyList<KeyedListing> listings)
    {
        var arxivOfDoi = Lowest(listings, listing => listing.DoiKey, listing => listing.ArxivIdentity);
        var arxivOfTitle = Lowest(listings, listing => listing.TitleKey, listing => listing.ArxivIdentity);
        var arxivOfTitlesOfDoi = Lowest(
            listings, listing => listing.DoiKey, listing => arxivOfTitle.GetValueOrDefault(listing.TitleKey));

        string? WithId(KeyedListing listing) => listing switch
        {
            { ArxivIdentity: { } arxiv } => arxiv,
            { DoiKey: { } doi } => arxivOfDoi.GetValueOrDefault(doi) ?? arxivOfTitlesOfDoi.GetValueOrDefault(doi) ?? Doi + doi,
            _ => null,
        };

        // "arxiv:" sorts before "doi:".
        var identityOfTitle = Lowest(listings, listing => listing.TitleKey, WithId);
        return
        [
            .. listings.Select(listing =>
                WithId(listing) ?? identityOfTitle.GetValueOrDefault(listing.TitleKey) ?? Title + listing.TitleKey),
        ];
    }

    private static Dictionary<string, string> Lowest(
        IReadOnlyList<KeyedListing> listings, Func<KeyedListing, string?> key, Func<KeyedListing, string?> value)
    {
        var lowest = new Dictionary<string, string>();
        foreach (var listing in listings)
        {
            if (key(listing) is not { } k || value(listing) is not { } v) continue;
            if (!lowest.TryGetValue(k, out var other) || string.CompareOrdinal(v, other) < 0) lowest[k] = v;
        }
        return lowest;
    }
}
