namespace PaperGraph.Data.Papers;

/// <summary>A paper as it will be, under the id of a stored one where there is one.</summary>
/// <param name="Identity">What tells the paper from all others, as <see cref="PaperIdentity"/> says.</param>
/// <param name="Keys">The keys that lead to the paper, without its slugs.</param>
internal sealed record PlannedPaper(
    long? Id, string Identity, IReadOnlyList<KeyedListing> Listings, IReadOnlyList<(PaperKeyKind Kind, string Key)> Keys);

/// <summary>A stored paper that no listing is left to.</summary>
/// <param name="Survivor">The index of the planned paper that it turned out to be; null where nothing is left of it.</param>
internal sealed record EmptiedPaper(long Id, int? Survivor);

/// <summary>Which papers some listings make, and which of the stored ones they are.</summary>
internal sealed record PaperPlan(IReadOnlyList<PlannedPaper> Papers, IReadOnlyList<EmptiedPaper> Emptied)
{
    /// <summary>
    /// A stored paper stays what it is where its identity does. Where that is gone, as when a paper known by its title gains an
    /// arXiv id, it becomes the paper that its listings went to, unless that is stored already: then it is merged into the paper to
    /// which the key leads that it was known by.
    /// </summary>
    /// <param name="listings">All listings that may belong to the same papers.</param>
    /// <param name="stored">All stored papers that they are of so far, the oldest first.</param>
    public static PaperPlan Create(IReadOnlyList<KeyedListing> listings, IReadOnlyList<(long Id, string Identity)> stored)
    {
        var identities = PaperIdentity.For(listings);
        var groups = listings.Zip(identities)
            .GroupBy(pair => pair.Second, pair => pair.First)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var leadsTo = new Dictionary<(PaperKeyKind Kind, string Key), int>();
        for (var i = 0; i < groups.Count; i++)
            foreach (var key in groups[i].SelectMany(listing => listing.Keys)) leadsTo.TryAdd(key, i);
        var keys = leadsTo.ToLookup(entry => entry.Value, entry => entry.Key);

        var idOf = stored.ToDictionary(paper => paper.Identity, paper => paper.Id);
        var left = stored.Where(paper => !groups.Exists(group => group.Key == paper.Identity)).ToDictionary(paper => paper.Id);
        var papers = new List<PlannedPaper>(groups.Count);
        foreach (var group in groups)
        {
            if (!idOf.TryGetValue(group.Key, out var id))
            {
                id = group.Select(listing => listing.PaperId ?? 0).Where(left.ContainsKey).Order().FirstOrDefault();
                left.Remove(id);
            }
            papers.Add(new PlannedPaper(id > 0 ? id : null, group.Key, FirstOfLists.Dated([.. group]), [.. keys[papers.Count]]));
        }
        return new PaperPlan(
            papers,
            [
                .. left.Values.OrderBy(paper => paper.Id).Select(paper => new EmptiedPaper(
                    paper.Id, leadsTo.TryGetValue(PaperIdentity.Parse(paper.Identity), out var survivor) ? survivor : null)),
            ]);
    }
}
