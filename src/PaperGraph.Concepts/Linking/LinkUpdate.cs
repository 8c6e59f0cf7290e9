namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Brings links up to date after some papers have changed, with the result that linking all of them by the same statistics has
/// (<see cref="LinkStatistics"/>), bit for bit. It reads the postings of what the changed papers have, and of the papers with which one of
/// them shares enough. A paper that did not change has the list that it had, with those that changed put in their places: only where that
/// takes one out of a full list, so that it is not known who comes next, is it ranked anew.
/// </summary>
/// <param name="counted">How many papers there were when they were counted.</param>
public sealed class LinkUpdate(ILinkStore store, int counted, LinkOptions options, int parallelism)
{
    /// <summary>Papers of which something is read at once.</summary>
    private const int Portion = 1_000;

    /// <summary>Papers that are ranked anew at once.</summary>
    private const int RankedAtOnce = 256;

    /// <summary>Papers that are compared with one before it is asked which others have to be.</summary>
    private const int ComparedAtOnce = 128;

    private readonly int longest = LinkStatistics.GetLongest(options);

    public LinkUpdate(ILinkStore store, int counted, int parallelism) : this(store, counted, new LinkOptions(), parallelism)
    {
    }

    /// <param name="maxRanked">How many papers to rank anew at most.</param>
    /// <returns>Null where more had to be: then linking all costs less.</returns>
    public async Task<LinkChanges?> RunAsync(
        IReadOnlyCollection<ChangedPaper> changed, int maxRanked, CancellationToken cancellationToken)
    {
        var names = LinkedPart.FeaturesOf(changed.SelectMany(paper => new[] { paper.Before, paper.Now }).OfType<PaperFeatures>());
        var postings = new FeaturePostings(names, await store.ReadPostingsAsync([.. names], cancellationToken));
        var toRank = Apply(changed, postings);
        toRank.UnionWith(changed.Where(paper => paper.Now is not null).Select(paper => paper.Id));
        if (toRank.Count > maxRanked) return null;

        var lists = new List<StoredLinks>();
        await PutInAsync(changed, postings, toRank, lists, cancellationToken);
        if (toRank.Count > maxRanked) return null;

        var now = changed.Where(paper => paper.Now is not null).ToDictionary(paper => paper.Id, paper => paper.Now!);
        foreach (var portion in toRank.Order().Chunk(RankedAtOnce)) await RankAsync(portion, now, postings, lists, cancellationToken);
        return new LinkChanges(lists, [.. postings.Changed()]);
    }

    /// <summary>Brings the postings up to date, and the levels that are left behind.</summary>
    /// <returns>The papers that have a feature whose level is another now.</returns>
    private HashSet<long> Apply(IEnumerable<ChangedPaper> changed, FeaturePostings postings)
    {
        var gone = new HashSet<long>();
        foreach (var paper in changed)
        {
            if (paper.Now is null) gone.Add(paper.Id);
            var (before, now) = (Strengths(paper.Before), Strengths(paper.Now));
            foreach (var (feature, _) in before.Except(now)) postings.Remove(feature, paper.Id);
            foreach (var (feature, strength) in now.Except(before)) postings.Add(feature, paper.Id, strength);
        }

        var moved = new HashSet<long>();
        foreach (var feature in postings.Features.Where(IsRead))
        {
            var (level, count) = (postings.Level(feature), postings.Count(feature));
            if (level > 0 && !LinkStatistics.IsLeftBehind(level, count)) continue;
            if (level > 0) moved.UnionWith(postings.Papers(feature).Select(posting => posting.Paper));
            postings.SetLevel(feature, LinkStatistics.GetLevel(count));
            if (!IsRead(feature)) postings.Empty(feature);
        }

        moved.ExceptWith(gone);
        return moved;

        bool IsRead(long feature) => postings.Level(feature) <= longest;

        Dictionary<long, ushort> Strengths(PaperFeatures? features) =>
            (features?.Read(new LinkFeatureLookup()).Features ?? [])
            .Select(feature => (Name: FeatureName.Create(feature.Feature), feature.Strength))
            .Where(feature => IsRead(feature.Name))
            .DistinctBy(feature => feature.Name)
            .ToDictionary(feature => feature.Name, feature => feature.Strength);
    }

    /// <summary>Puts papers that changed into the lists of others, or takes them out.</summary>
    /// <param name="toRank">Not looked at; those are added of whom it is not known who comes last now.</param>
    /// <param name="lists">Those that are others now are added.</param>
    private async Task PutInAsync(
        IReadOnlyCollection<ChangedPaper> changed,
        FeaturePostings postings,
        HashSet<long> toRank,
        List<StoredLinks> lists,
        CancellationToken cancellationToken)
    {
        // What a paper was compared by tells in which lists it may be: it stands beside it as a paper of its own.
        var versions = changed.Where(paper => paper.Now is not null).Select(paper => (paper.Id, paper.Now!))
            .Concat(changed.Where(paper => paper.Before is not null).Select(paper => (~paper.Id, paper.Before!))).ToList();
        var concepts = await ConceptsAsync(versions.Select(version => version.Item2), cancellationToken);
        var part = new LinkedPart(versions, concepts, postings, counted, options);
        var reached = Reached(part, [.. versions.Select(version => version.Item1)], toRank, cancellationToken);
        var ids = changed.Select(paper => paper.Id).ToHashSet();
        foreach (var portion in reached.Keys.Order().Chunk(Portion))
        {
            var floors = (await store.ReadFloorsAsync(portion, cancellationToken))
                .ToDictionary(paper => paper.PaperId, paper => LinkScore.FromSingle(paper.Floor));
            var near = portion
                .Where(paper => reached[paper].Exists(bound => bound.Bound >= floors.GetValueOrDefault(paper)))
                .ToArray();
            foreach (var (id, features) in await store.ReadFeaturesAsync(near, cancellationToken)) part.Add(id, features, concepts);
            foreach (var list in await store.ReadLinksAsync(near, cancellationToken))
            {
                var others = reached[list.PaperId].Where(bound => bound.Version >= 0).Select(bound => bound.Version);
                if (!PutIn(part, list, others, ids, out var after)) toRank.Add(list.PaperId);
                else if (after is not null) lists.Add(after);
            }
        }
    }

    /// <summary>For each paper the versions of changed ones with which it shares enough, and what their score is at most.</summary>
    private Dictionary<long, List<(int Bound, long Version)>> Reached(
        LinkedPart part, IReadOnlyList<long> versions, HashSet<long> but, CancellationToken cancellationToken)
    {
        var bounds = new List<(int Bound, int Paper)>[versions.Count];
        using var sums = new ThreadLocal<LinkSums>(() => new LinkSums(part.Ids.Count, options));
        Parallel.For(0, versions.Count, Options(cancellationToken), i => bounds[i] = part.Search.Reached(i, sums.Value!));
        var reached = new Dictionary<long, List<(int, long)>>();
        foreach (var (version, found) in versions.Zip(bounds))
        {
            foreach (var (bound, paper) in found)
            {
                var id = part.Ids[paper];
                if (but.Contains(id)) continue;
                if (!reached.TryGetValue(id, out var list)) reached.Add(id, list = []);
                list.Add((bound, version));
            }
        }

        return reached;
    }

    /// <returns>False where the list has to be made anew.</returns>
    private bool PutIn(LinkedPart part, StoredLinks list, IEnumerable<long> others, HashSet<long> changed, out StoredLinks? after)
    {
        after = null;
        var (paper, shared) = (part.NumberOf(list.PaperId), part.Search.CreateShared());
        // The level of all papers is no feature's.
        var depth = list.Levels.Skip(1).DefaultIfEmpty().Max();
        var before = list.Related.Zip(list.Scores, (id, score) => (Id: id, Score: LinkScore.FromSingle(score))).ToList();
        var merged = before.Where(related => !changed.Contains(related.Id)).ToList();
        var minScore = Math.Max(1, LinkScore.FromSingle(options.MinScore));
        foreach (var other in others)
        {
            shared.Compare(paper, depth, part.NumberOf(other));
            if (shared.Score < minScore || !part.Search.Terms.Relate(shared)) continue;
            // Which of two comes first where their scores are the same, follows from what is not read here.
            if (merged.Exists(related => related.Score == shared.Score)) return false;
            merged.Add((other, shared.Score));
        }

        var isFull = before.Count == options.MaxRelated;
        var kept = merged.OrderByDescending(related => related.Score).Take(options.MaxRelated).ToList();
        if (isFull && (kept.Count < options.MaxRelated || kept[^1].Score < before[^1].Score
            || (kept[^1].Score == before[^1].Score && kept[^1].Id != before[^1].Id))) return false;
        if (!kept.SequenceEqual(before))
            after = list with
            {
                Related = [.. kept.Select(related => related.Id)],
                Scores = [.. kept.Select(related => LinkScore.ToSingle(related.Score))],
            };
        return true;
    }

    private async Task RankAsync(
        long[] papers,
        Dictionary<long, PaperFeatures> now,
        FeaturePostings postings,
        List<StoredLinks> lists,
        CancellationToken cancellationToken)
    {
        var others = papers.Where(paper => !now.ContainsKey(paper)).ToList();
        List<(long Id, PaperFeatures Features)> ranked =
        [
            .. papers.Where(now.ContainsKey).Select(paper => (paper, now[paper])),
            .. await store.ReadFeaturesAsync(others, cancellationToken),
        ];
        var features = LinkedPart.FeaturesOf(ranked.Select(paper => paper.Features));
        long[] missing = [.. features.Where(feature => !postings.Contains(feature))];
        var known = new FeaturePostings(missing, await store.ReadPostingsAsync(missing, cancellationToken)).Join(postings);
        var concepts = await ConceptsAsync(ranked.Select(paper => paper.Features), cancellationToken);
        var part = new LinkedPart(ranked, concepts, known, counted, options);
        using var sums = new ThreadLocal<LinkSums>(() => new LinkSums(part.Ids.Count, options));
        var rankings = new LinkRanking[ranked.Count];
        Parallel.For(0, rankings.Length, Options(cancellationToken), i =>
            rankings[i] = new LinkRanking(part.Search, i, part.Search.Bounds(i, sums.Value!), part.Ids, part.Ties));
        var read = ranked.Select(paper => paper.Id).ToHashSet();
        while (rankings.Where(ranking => !ranking.IsDone).ToList() is { Count: > 0 } open)
        {
            var next = open.SelectMany(ranking => ranking.Next(ComparedAtOnce)).Select(other => part.Ids[other]).Where(read.Add).ToArray();
            foreach (var (id, other) in await store.ReadFeaturesAsync(next, cancellationToken)) part.Add(id, other, concepts);
            Parallel.ForEach(open, Options(cancellationToken), ranking => ranking.Compare(ComparedAtOnce));
        }

        lists.AddRange(rankings.Select(ranking => StoredLinks.From(PaperLinks.From(ranking, part.Search, part.Ids))));
    }

    /// <summary>Only what the papers themselves have is compared by its key.</summary>
    private Task<LinkFeatureLookup> ConceptsAsync(IEnumerable<PaperFeatures> papers, CancellationToken cancellationToken) =>
        store.ReadConceptsAsync([.. papers.SelectMany(paper => paper.Concepts).Distinct()], cancellationToken);

    private ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
}
