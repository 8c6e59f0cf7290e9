using System.Globalization;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Tests.Linking;

/// <summary>What a database keeps of links, in memory; counts the papers of which something is read.</summary>
internal sealed class MemoryLinkStore : ILinkStore
{
    private readonly LinkOptions options;
    private readonly SortedDictionary<long, LinkablePaper> papers = [];
    private readonly Dictionary<long, PaperFeatures> features = [];
    private readonly Dictionary<long, StoredLinks> links = [];
    private readonly Dictionary<(long Feature, int Part), StoredPostings> postings = [];
    private readonly LinkFeatureLookup targets = new();
    private readonly HashSet<long> read = [];

    public MemoryLinkStore(LinkOptions options, IEnumerable<LinkablePaper> papers)
    {
        this.options = options;
        foreach (var paper in papers) Change(paper.Id, paper);
        Counted = features.Count;
        var linker = Linker(null, null);
        foreach (var paper in linker.Link()) links.Add(paper.PaperId, StoredLinks.From(paper));
        foreach (var part in linker.Postings()) postings.Add((part.Feature, part.Part), part);
    }

    public int Counted { get; }

    /// <summary>How many papers were read in the last update.</summary>
    public int Read => read.Count;

    /// <summary>Stores what a paper is now; null takes it away.</summary>
    public ChangedPaper Change(long id, LinkablePaper? now)
    {
        var before = features.GetValueOrDefault(id);
        papers.Remove(id);
        features.Remove(id);
        if (now is not null)
        {
            papers.Add(id, now);
            features.Add(id, PaperFeatures.From(now, options));
            foreach (var concept in now.Concepts) targets.AddConcept(concept.Target, concept.Kind);
        }
        return new ChangedPaper(id, before, features.GetValueOrDefault(id));
    }

    public async Task<LinkChanges> UpdateAsync(IReadOnlyList<ChangedPaper> changed)
    {
        read.Clear();
        var changes = await new LinkUpdate(this, Counted, options, 2).RunAsync(changed, int.MaxValue, CancellationToken.None);
        foreach (var paper in changed.Where(paper => paper.Now is null)) links.Remove(paper.Id);
        foreach (var list in changes!.Links) links[list.PaperId] = list;
        foreach (var part in changes.Postings) postings[(part.Feature, part.Part)] = part;
        return changes;
    }

    public string Tell() => Tell(links.Values.OrderBy(list => list.PaperId));

    /// <summary>The same of all papers linked anew by the statistics of now.</summary>
    public string TellWhole() => Tell(Linker(
        Counted, postings.Values.DistinctBy(part => part.Feature).ToDictionary(part => part.Feature, part => part.Level))
        .Link().Select(StoredLinks.From));

    public void ReasonsShouldAddUp()
    {
        foreach (var list in links.Values)
        {
            var reasons = LinkExplanation.Explain(
                features[list.PaperId], list.Levels, [.. list.Related.Select(id => features[id])], targets, options);
            reasons.Select(why => why.Sum(reason => reason.Weight)).ShouldBe(list.Scores);
        }
    }

    public byte[] Levels(long paper) => links[paper].Levels;

    public byte LevelOf(LinkableEntity organization) =>
        postings[(FeatureName.Create(new LinkFeature(FeatureKind.Organization, organization.Id, "")), 0)].Level;

    public Task<IReadOnlyList<StoredPostings>> ReadPostingsAsync(IReadOnlyCollection<long> features, CancellationToken cancellationToken)
    {
        var wanted = features.ToHashSet();
        return Task.FromResult<IReadOnlyList<StoredPostings>>([.. postings.Values.Where(part => wanted.Contains(part.Feature))]);
    }

    public Task<IReadOnlyList<(long PaperId, PaperFeatures Features)>> ReadFeaturesAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken)
    {
        read.UnionWith(papers);
        return Task.FromResult<IReadOnlyList<(long, PaperFeatures)>>(
            [.. papers.Where(features.ContainsKey).Select(id => (id, features[id]))]);
    }

    public Task<IReadOnlyList<(long PaperId, float Floor)>> ReadFloorsAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken)
    {
        read.UnionWith(papers);
        return Task.FromResult<IReadOnlyList<(long, float)>>(
            [.. papers.Where(links.ContainsKey).Select(id => links[id]).Where(list => list.Related.Length == options.MaxRelated)
                .Select(list => (list.PaperId, list.Scores[^1]))]);
    }

    public Task<IReadOnlyList<StoredLinks>> ReadLinksAsync(IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredLinks>>([.. papers.Where(links.ContainsKey).Select(id => links[id])]);

    public Task<LinkFeatureLookup> ReadConceptsAsync(IReadOnlyCollection<long> concepts, CancellationToken cancellationToken) =>
        Task.FromResult(targets);

    private PaperLinker Linker(int? counted, IReadOnlyDictionary<long, byte>? levels)
    {
        var linker = new PaperLinker(options, counted, levels);
        foreach (var paper in papers.Values) linker.Add(paper);
        return linker;
    }

    private static string Tell(IEnumerable<StoredLinks> lists) => string.Join('\n', lists.Select(list =>
        $"{list.PaperId} [{string.Join(' ', list.Levels)}] "
        + string.Join(' ', list.Related.Zip(list.Scores, (id, score) => $"{id}={score.ToString("r", CultureInfo.InvariantCulture)}"))));
}
