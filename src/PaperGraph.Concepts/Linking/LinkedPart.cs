namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Some papers with all that they have, and of others what they share with these: as much of the collection as has to be known to rank
/// the others for them, and them for the others.
/// </summary>
internal sealed class LinkedPart
{
    private readonly FeatureTable table = new();
    private readonly List<long> ids = [];
    private readonly List<long> ties = [];
    private readonly Dictionary<long, int> numbers = [];

    /// <param name="papers">What the papers are compared by.</param>
    /// <param name="postings">Those of all their features.</param>
    /// <param name="counted">How many papers there were when they were counted.</param>
    public LinkedPart(
        IReadOnlyCollection<(long Id, PaperFeatures Features)> papers,
        LinkFeatureLookup concepts,
        FeaturePostings postings,
        int counted,
        LinkOptions options)
    {
        foreach (var (id, stored) in papers)
        {
            var number = Number(id);
            var (tie, features) = stored.Read(concepts);
            table.Add(features);
            ties[number] = tie;
        }

        var names = Enumerable.Range(0, table.Count).Select(feature => FeatureName.Create(table.Feature(feature))).ToList();
        var weights = new LinkWeights(table, [.. names.Select(postings.Level)], LinkStatistics.GetLevelOfAll(counted), options);
        var index = new InvertedIndex(names.ConvertAll(name =>
            postings.Papers(name).Select(posting => new Posting(Number(posting.Paper), posting.Strength)).ToList()));
        Search = new LinkSearch(table, index, weights, new LinkTerms(table, weights, options), options);
    }

    public LinkSearch Search { get; }

    /// <summary>The ids of papers by their numbers.</summary>
    public IReadOnlyList<long> Ids => ids;

    /// <summary>The ties of the papers that are known, by their numbers.</summary>
    public IReadOnlyList<long> Ties => ties;

    public int NumberOf(long id) => numbers[id];

    /// <summary>Of another paper, which is in the postings, what it shares.</summary>
    public void Add(long id, PaperFeatures stored, LinkFeatureLookup concepts)
    {
        var (tie, features) = stored.Read(concepts);
        ties[NumberOf(id)] = tie;
        table.SetKnown(NumberOf(id), features);
    }

    /// <summary>The numbers of the features that papers have, each once.</summary>
    public static IReadOnlySet<long> FeaturesOf(IEnumerable<PaperFeatures> papers) =>
        papers.SelectMany(paper => paper.Read(new LinkFeatureLookup()).Features)
            .Select(feature => FeatureName.Create(feature.Feature))
            .ToHashSet();

    private int Number(long id)
    {
        if (numbers.TryGetValue(id, out var number)) return number;
        number = ids.Count;
        numbers.Add(id, number);
        ids.Add(id);
        ties.Add(0);
        return number;
    }
}
