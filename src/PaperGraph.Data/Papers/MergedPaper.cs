using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>What a paper is, made of its listings.</summary>
internal sealed record MergedPaper
{
    public required string Identity { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public string? ArxivId { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public bool PublishedOnInferred { get; init; }

    public int? AuthorCount { get; init; }

    public int? CommentCount { get; init; }

    public int? UpvoteCount { get; init; }

    public DateOnly? ListedOn { get; init; }

    public required IReadOnlyList<string> AuthorNames { get; init; }

    /// <summary>
    /// Merges the listings of one paper. For each field known beats unknown, then the better source, then the later day of
    /// listing, then what sorts first (of counts, which grow, the higher); a date whose year was stated beats one whose year
    /// was inferred. A DOI that another paper has the better right to is not taken; a paper of arXiv without another DOI has
    /// the one that arXiv registers for its id.
    /// </summary>
    public static MergedPaper From(string identity, IEnumerable<StatedPaper> listings, Func<string, bool> isOwnDoi)
    {
        var best = new ListingsByTrust(listings);
        var title = best.Value(l => l.Title, StringComparer.Ordinal)!;
        var published = best.Value(l => l.PublishedOnInferred ? null : l.PublishedOn);
        var inferred = best.Value(l => l.PublishedOn);
        var arxivId = best.Value(l => l.ArxivId, StringComparer.Ordinal);
        return new MergedPaper
        {
            Identity = identity,
            Title = title,
            Abstract = best.Value(l => l.Abstract, StringComparer.Ordinal),
            ArxivId = arxivId,
            Doi = best.Value(l => l.Doi is { } doi && ArxivDoi.IdOf(doi) is null && isOwnDoi(doi) ? doi : null, StringComparer.Ordinal)
                ?? (arxivId is null ? null : ArxivDoi.From(arxivId)),
            Url = best.Value(l => l.Url, StringComparer.Ordinal),
            PublishedOn = published ?? inferred,
            PublishedOnInferred = published is null && inferred is not null,
            AuthorCount = best.Value(l => l.AuthorCount ?? (l.AuthorNames.Count > 0 ? l.AuthorNames.Count : null), HighestFirst),
            CommentCount = best.Value(l => l.CommentCount, HighestFirst),
            UpvoteCount = best.Value(l => l.UpvoteCount, HighestFirst),
            ListedOn = best.All.Max(l => l.ListedOn),
            AuthorNames = best.Value(l => l.AuthorNames.Count > 0 ? l.AuthorNames : null, NamesInOrder) ?? [],
        };
    }

    private static readonly Comparer<int?> HighestFirst = Comparer<int?>.Create((left, right) => Nullable.Compare(right, left));

    private static readonly Comparer<IReadOnlyList<string>?> NamesInOrder = Comparer<IReadOnlyList<string>?>.Create(
        (left, right) => string.CompareOrdinal(string.Join('\n', left ?? []), string.Join('\n', right ?? [])));
}
