using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>A listing with all that decides which paper it is of, and what that paper becomes.</summary>
/// <param name="Id">The listing's id; null while it is not stored.</param>
/// <param name="PaperId">The paper that it is of so far; null for one that is not stored yet.</param>
/// <param name="TitleKey">The title as <see cref="GetTitleKey"/> compares it.</param>
internal sealed record KeyedListing(long? Id, long? PaperId, string Source, string TitleKey, PageListing Listing)
{
    public ListedPaper Paper => Listing.Paper;

    public Observation Seen { get; init; }

    /// <summary>When its page was first imported, which is when it was seen where nothing else tells.</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>All places that say the same, its own among them; none where its own is the only one.</summary>
    public IReadOnlyList<PlaceSighting> Sightings { get; init; } = [];

    /// <summary>Whether another page has said the same.</summary>
    public bool IsRepeated =>
        Sightings.Count > 0 || Seen.LastAt > Seen.At && Listing.Written != new WrittenSpan(Seen.At, Seen.LastAt);

    /// <summary>What its own place tells where it is the only one.</summary>
    public PlaceSighting OwnSighting =>
        Seen.IsStated ? new(Place, Seen.At, Seen.LastAt, IsStated: true) : new(Place, ImportedAt, ImportedAt, IsStated: false);

    /// <summary>
    /// The time of the observation, by which later ones are believed: the stated one, else the beginning of the list's day. When something
    /// was imported decides nothing.
    /// </summary>
    public DateTimeOffset? SeenAt => Seen.IsStated ? Seen.LastAt.ToUniversalTime() : UtcDay.StartOf(Paper.ListedOn);

    /// <summary>
    /// The later of two observations of a source is the greater, and is believed. Of two that the times do not tell apart, as where the
    /// list of one day was saved twice, it is the one with more upvotes, then comments, since these grow; what is not known is the least.
    /// </summary>
    public (DateTimeOffset? SeenAt, DateOnly? ListedOn, int? Upvotes, int? Comments) Recency =>
        (SeenAt, Paper.ListedOn, Paper.UpvoteCount, Paper.CommentCount);

    public (long PageId, int Rank) Place => (Listing.PageId, Paper.Rank);

    /// <summary>
    /// The same, told by these places, of which there is at least one. Where its own is not among them, it is moved to the first.
    /// </summary>
    public KeyedListing ToldBy(IReadOnlyList<PlaceSighting> sightings)
    {
        var told = this with
        {
            Sightings = sightings.Count > 1 ? sightings : [],
            Seen = PlaceSighting.ToObservation(sightings, UtcDay.StartOf(Paper.ListedOn), Seen.Digest),
        };
        if (sightings.Any(sighting => sighting.Place == Place)) return told;
        var first = sightings.MinBy(sighting => sighting.Place);
        return told with
        {
            Listing = Listing with { PageId = first.Place.PageId, Paper = Paper with { Rank = first.Place.Rank } },
            ImportedAt = first.IsStated ? ImportedAt : first.At,
        };
    }

    /// <summary>The same without some of the places that say it; null where no place is left.</summary>
    public KeyedListing? Without(Func<(long PageId, int Rank), bool> isGone)
    {
        if (Sightings.Count == 0) return isGone(Place) ? null : this;
        var left = Sightings.Where(sighting => !isGone(sighting.Place)).ToList();
        return left.Count == Sightings.Count ? this : left.Count == 0 ? null : ToldBy(left);
    }

    /// <summary>What its arXiv id makes it; null where it states none.</summary>
    public string? ArxivIdentity => Paper.ArxivId is { } id ? PaperIdentity.FromArxiv(id) : null;

    public string? ArxivKey => Paper.ArxivId is { } id ? ArxivIds.ToKey(id) : null;

    /// <summary>Null also where the DOI stands in the place of one, so that it tells no paper from another.</summary>
    public string? DoiKey => Paper.Doi is { } doi && !Doi.IsPlaceholder(doi) ? doi : null;

    /// <summary>All keys that the listing states.</summary>
    public IEnumerable<(PaperKeyKind Kind, string Key)> Keys
    {
        get
        {
            if (ArxivKey is { } arxiv) yield return (PaperKeyKind.Arxiv, arxiv);
            foreach (var (kind, key) in RecordKeys)
                if (kind != PaperKeyKind.Doi || ArxivIds.FromDoi(key) is null) yield return (kind, key);
            if (!TitleKey.Contains(PaperIdentity.Apart)) yield return (PaperKeyKind.Title, TitleKey);
        }
    }

    /// <summary>The DOI, and the ids of the records that sources keep of the paper.</summary>
    public IEnumerable<(PaperKeyKind Kind, string Key)> RecordKeys
    {
        get
        {
            if (DoiKey is { } doi) yield return (PaperKeyKind.Doi, doi);
            if (Paper.OpenAlexId is { } openAlex) yield return (PaperKeyKind.OpenAlex, openAlex);
            if (Paper.SemanticScholarId is { } semanticScholar) yield return (PaperKeyKind.SemanticScholar, semanticScholar);
        }
    }

    /// <summary>
    /// The title as <see cref="Model.TitleKey"/> compares it; one that stands in place of a title is none, so that the listing shares it
    /// with those alone that state the same.
    /// </summary>
    public static string GetTitleKey(ListedPaper paper)
    {
        var key = Model.TitleKey.Create(paper.Title);
        if (!PlaceholderTitles.Contains(key)) return key;
        var stated = $"{string.Join('\n', paper.AuthorNames)}\n\n{paper.Abstract}\n\n{paper.PublishedOn:O}";
        return $"{key}{PaperIdentity.Apart}{ShortKey.Hash(stated)[..16]}";
    }
}
