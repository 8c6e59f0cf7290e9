namespace PaperGraph.Data.Papers;

/// <summary>A paper as it will be, under the id of a stored one where there is one.</summary>
internal sealed record PlannedPaper(long? Id, PaperFold Fold, IReadOnlyList<StatedPaper> Listings);

/// <summary>Which papers some listings make, and which of the stored ones they are.</summary>
/// <param name="Emptied">Ids of stored papers that no listing is left to.</param>
internal sealed record PaperPlan(IReadOnlyList<PlannedPaper> Papers, IReadOnlyList<long> Emptied)
{
    /// <summary>
    /// A stored paper stays what it is where its identity does. Where that is gone, as when a paper known by its title gains an
    /// arXiv id, it becomes the paper that its listings went to, unless that is stored already.
    /// </summary>
    /// <param name="listings">All that bear on each other.</param>
    /// <param name="stored">All stored papers that they are of so far, the oldest first.</param>
    public static PaperPlan Of(IReadOnlyList<StatedPaper> listings, IReadOnlyList<(long Id, string Identity)> stored)
    {
        var identities = PaperIdentity.Of(listings);
        var groups = listings.Zip(identities)
            .GroupBy(pair => pair.Second, pair => pair.First)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var ownerOfDoi = groups
            .SelectMany(group => group.Select(listing => (listing.Doi, Identity: group.Key)))
            .Where(pair => pair.Doi is not null)
            .DistinctBy(pair => pair.Doi)
            .ToDictionary(pair => pair.Doi!, pair => pair.Identity);

        var idOf = stored.ToDictionary(paper => paper.Identity, paper => paper.Id);
        var left = stored.Where(paper => !groups.Exists(group => group.Key == paper.Identity)).Select(paper => paper.Id).ToHashSet();
        var papers = new List<PlannedPaper>(groups.Count);
        foreach (var group in groups)
        {
            if (!idOf.TryGetValue(group.Key, out var id))
            {
                id = group.Select(listing => listing.PaperId ?? 0).Where(left.Contains).Order().FirstOrDefault();
                left.Remove(id);
            }
            var fold = PaperFold.Of(group.Key, group, doi => ownerOfDoi[doi] == group.Key);
            papers.Add(new PlannedPaper(id > 0 ? id : null, fold, [.. group]));
        }
        return new PaperPlan(papers, [.. left.Order()]);
    }
}
