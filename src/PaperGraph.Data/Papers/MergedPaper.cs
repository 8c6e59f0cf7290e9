using PaperGraph.Data.Authors;
using PaperGraph.Data.Citations;
using PaperGraph.Data.Results;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>A paper as it follows from its listings.</summary>
internal sealed record MergedPaper : PaperMetadata
{
    private static readonly Comparer<int?> HighestFirst = Comparer<int?>.Create((left, right) => Nullable.Compare(right, left));

    private static readonly Comparer<bool?> TrueFirst = Comparer<bool?>.Create((left, right) => Nullable.Compare(right, left));

    private static readonly Comparer<IReadOnlyList<string>?> NamesInOrder = Comparer<IReadOnlyList<string>?>.Create(
        (left, right) => string.CompareOrdinal(string.Join('\n', left ?? []), string.Join('\n', right ?? [])));

    /// <summary>What tells the paper from all others, as <see cref="PaperIdentity"/> says.</summary>
    public required string Identity { get; init; }

    public int? CitationCount { get; private init; }

    /// <summary>False also where no source says anything of it.</summary>
    public bool IsWithdrawn { get; private init; }

    public IReadOnlyList<MergedCategory> Categories { get; private init; } = [];

    public IReadOnlyList<MergedVersion> Versions { get; private init; } = [];

    /// <summary>All that any listing gives.</summary>
    public IReadOnlyList<CatalogueId> CatalogueIds { get; private init; } = [];

    /// <summary>What is known of its authors beside their names.</summary>
    public IReadOnlyList<MergedAuthor> Authors { get; private init; } = [];

    /// <summary>What its sources say last that the paper cites.</summary>
    public IReadOnlyList<MergedEnd> References { get; private init; } = [];

    public IReadOnlyList<MergedEnd> CitedBy { get; private init; } = [];

    /// <summary>The results that any of its listings states.</summary>
    public IReadOnlyList<MergedResult> Results { get; private init; } = [];

    /// <summary>
    /// Merges the listings of one paper. For each field known beats unknown, then the better source, then the later observation
    /// (<see cref="KeyedListing.Recency"/>), then what sorts first (of counts, which grow, the higher); a date whose year was stated beats
    /// one whose year was inferred, a day one that may be its year alone, and the names of all authors beat a list that leaves some out.
    /// A DOI that another paper has the better right to is not taken; a paper of arXiv without another DOI has the one that arXiv registers
    /// for its id.
    /// </summary>
    public static MergedPaper From(PlannedPaper planned)
    {
        List<KeyedListing[]> byTrust =
        [
            .. planned.Listings
                .GroupBy(l => (Rank: SourceRank.For(l.Source), l.Recency))
                .OrderByDescending(group => group.Key)
                .Select(group => group.ToArray()),
        ];

        // The most believed value; of several believed alike, the first in the order.
        TValue? Best<TValue>(Func<ListedPaper, TValue?> value, IComparer<TValue?>? order = null) =>
            BestStated(l => value(l.Paper), order);

        TValue? BestStated<TValue>(Func<KeyedListing, TValue?> value, IComparer<TValue?>? order = null)
        {
            foreach (var group in byTrust)
            {
                var known = group.Select(value).OfType<TValue>().ToArray();
                if (known.Length > 0) return known.Min(order);
            }
            return default;
        }

        var details = MergedDetails.ByTrust(planned.Listings);
        var names = Best(l => l.AuthorNames.Count > 0 && l.AuthorCount == l.AuthorNames.Count ? l.AuthorNames : null, NamesInOrder)
            ?? Best(l => l.AuthorNames.Count > 0 ? l.AuthorNames : null, NamesInOrder)
            ?? [];
        var published = BestStated(l => l.Paper.PublishedOnInferred || IsYearAlone(l) ? null : l.Paper.PublishedOn)
            ?? Best(l => l.PublishedOnInferred ? null : l.PublishedOn);
        var inferred = Best(l => l.PublishedOn);
        var arxivId = Best(l => l.ArxivId, StringComparer.Ordinal);
        return new MergedPaper
        {
            Identity = planned.Identity,
            Title = Best(l => l.Title, StringComparer.Ordinal)!,
            Abstract = Best(l => l.Abstract, StringComparer.Ordinal),
            ArxivId = arxivId,
            Doi = Best(l => l.Doi is { } doi && planned.Keys.Contains((PaperKeyKind.Doi, doi)) ? doi : null, StringComparer.Ordinal)
                ?? (arxivId is null ? null : ArxivIds.ToDoi(arxivId)),
            Url = Best(l => l.Url, StringComparer.Ordinal),
            PublishedOn = published ?? inferred,
            PublishedOnInferred = published is null && inferred is not null,
            AuthorNames = names,
            Authors = MergedAuthor.Merge(names, details),
            AuthorCount = Best(l => l.AuthorCount, HighestFirst),
            CommentCount = Best(l => l.CommentCount, HighestFirst),
            UpvoteCount = Best(l => l.UpvoteCount, HighestFirst),
            ListedOn = byTrust.Max(group => group.Max(l => l.Paper.ListedOn)),
            CitationCount = Best(l => l.Details?.CitationCount, HighestFirst),
            IsWithdrawn = Best(l => l.Details?.IsWithdrawn, TrueFirst) ?? false,
            Categories = MergedDetails.Categories(details),
            Versions = MergedDetails.Versions(details),
            CatalogueIds = [.. details.SelectMany(one => one.Details.Ids?.All() ?? []).Distinct()],
            References = MergedEnd.Merge(MergedDetails.References(planned.Listings)),
            CitedBy = MergedEnd.Merge(details.SelectMany(one => one.Details.CitedBy.Select(work => (work, one.Source)))),
            Results = MergedResult.Merge(details.SelectMany(one => one.Details.Results.Select(result => (result, one.Source)))),
        };
    }

    /// <summary>
    /// Whether a listing's day may be what its source writes where it knows the year alone. Where papers are submitted or listed, the first
    /// of January is a day like others.
    /// </summary>
    private static bool IsYearAlone(KeyedListing listing) =>
        listing.Paper.PublishedOn is { Month: 1, Day: 1 } && !SourceRank.KnowsDays(listing.Source);
}
