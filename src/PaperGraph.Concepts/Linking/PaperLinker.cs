using System.Runtime.InteropServices;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Finds for every paper those most related to it: by the sum of what the words, concepts, organizations and repositories
/// that both have weigh. Papers are added in the order of their ids; the result is a function of the set of papers, and of the statistics
/// by which they are weighed: those of the papers themselves, or of the time when they were counted (<see cref="LinkStatistics"/>).
/// When papers have changed, <see cref="LinkUpdate"/> has the same result without looking at all of them.
/// </summary>
public sealed class PaperLinker
{
    /// <summary>Raised whenever the code makes other links of the same papers.</summary>
    private const string Rules = "8";

    private const int Block = 4_096;

    private readonly LinkOptions options;
    private readonly PaperVector vector;
    private readonly List<long> ids = [];
    private readonly List<long> ties = [];
    private readonly FeatureTable table = new();
    private readonly Lazy<Linked> linked;

    public PaperLinker() : this(new LinkOptions())
    {
    }

    public PaperLinker(LinkOptions options) : this(options, null, null)
    {
    }

    /// <param name="counted">How many papers there were when they were counted; null counts these.</param>
    /// <param name="levels">The levels of their features by their numbers; null counts these.</param>
    internal PaperLinker(LinkOptions options, int? counted, IReadOnlyDictionary<long, byte>? levels)
    {
        this.options = options;
        vector = new PaperVector(options);
        linked = new Lazy<Linked>(() => new Linked(table, counted ?? table.Papers, levels, options));
    }

    /// <summary>Changes whenever the same papers may give other links: the version of the rules and a digest of the data.</summary>
    public static string Version { get; } = $"{Rules}.{ShippedData.Digest(CorpusStatistics.FileName, GeneralConcepts.FileName)}";

    /// <summary>How many papers there are.</summary>
    public int Count => ids.Count;

    /// <summary>Adds a paper. It must not be called after links were asked for.</summary>
    /// <exception cref="ArgumentException">The id is not greater than that of the paper before.</exception>
    public void Add(LinkablePaper paper) => Add(paper.Id, LinkDigest.Compute(paper.Key), vector.Create(paper));

    /// <summary>Adds papers by their features as they are stored, which all processors read.</summary>
    /// <param name="refused">Called for each paper that is not added, with what was thrown.</param>
    public void Add(
        IReadOnlyCollection<(long Id, PaperFeatures Stored)> papers, LinkFeatureLookup targets, Action<long, Exception> refused)
    {
        var read = papers.AsParallel().AsOrdered().Select(paper => TryRead(paper.Id, paper.Stored, targets));
        foreach (var (id, (tie, features), exception) in read.ToList())
            if (exception is null) Add(id, tie, features);
            else refused(id, exception);
    }

    private static (long Id, (long Tie, List<FeatureStrength> Features) Read, Exception? Exception) TryRead(
        long id, PaperFeatures stored, LinkFeatureLookup targets)
    {
        try
        {
            return (id, stored.Read(targets), null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (id, (0, []), exception);
        }
    }

    private void Add(long id, long tie, List<FeatureStrength> features)
    {
        if (ids.Count > 0 && id <= ids[^1])
            throw new ArgumentException($"Papers are added in ascending order of their ids: {id} comes after {ids[^1]}.", nameof(id));
        if (linked.IsValueCreated) throw new InvalidOperationException("Links were made already: papers are added before.");
        ids.Add(id);
        ties.Add(tie);
        table.Add(features);
    }

    /// <summary>The links of every paper, in the order in which the papers were added; made block by block as they are read.</summary>
    /// <param name="parallelism">The greatest number of threads.</param>
    public IEnumerable<PaperLinks> Link(int parallelism = 1, CancellationToken cancellationToken = default)
    {
        using var sums = new ThreadLocal<LinkSums>(() => new LinkSums(ids.Count, options));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        for (var first = 0; first < ids.Count; first += Block)
        {
            var links = new PaperLinks[Math.Min(Block, ids.Count - first)];
            Parallel.For(0, links.Length, parallel, i => links[i] = FindLinks(first + i, sums.Value!));
            foreach (var paper in links) yield return paper;
        }
    }

    /// <summary>What <see cref="LinkUpdate"/> needs of all papers: which have each feature; in the order of the features' names.</summary>
    public IEnumerable<StoredPostings> Postings()
    {
        var names = new long[table.Count];
        var features = new int[table.Count];
        for (var feature = 0; feature < features.Length; feature++)
            (names[feature], features[feature]) = (FeatureName.Create(table.Feature(feature)), feature);
        Array.Sort(names, features);
        foreach (var (name, feature) in names.Zip(features))
        {
            var level = (byte)linked.Value.Weights.Level(feature);
            foreach (var (part, packed) in Pack(linked.Value.Index.Postings(feature)).Index())
                yield return new StoredPostings(name, part, level, packed);
        }
    }

    /// <summary>The ids of the papers related to one, the best first, without reasons.</summary>
    internal IEnumerable<long> Ranking(long id) =>
        Rank(ids.BinarySearch(id), new LinkSums(ids.Count, options)).Ranked().Select(other => ids[other.Paper]);

    private List<byte[]> Pack(ReadOnlySpan<Posting> postings)
    {
        var parts = new List<byte[]>(1);
        var part = new List<(long, ushort)>(Math.Min(postings.Length, PackedPostings.MaxPapers));
        do
        {
            var some = postings[..Math.Min(postings.Length, PackedPostings.MaxPapers)];
            part.Clear();
            foreach (var (paper, strength) in some) part.Add((ids[paper], strength));
            parts.Add(PackedPostings.Pack(CollectionsMarshal.AsSpan(part)));
            postings = postings[some.Length..];
        }
        while (!postings.IsEmpty);
        return parts;
    }

    private LinkRanking Rank(int paper, LinkSums sums)
    {
        var search = linked.Value.Search;
        var ranking = new LinkRanking(search, paper, search.Bounds(paper, sums), ids, ties);
        ranking.Compare(int.MaxValue);
        return ranking;
    }

    private PaperLinks FindLinks(int paper, LinkSums sums) => PaperLinks.From(Rank(paper, sums), linked.Value.Search, ids);

    /// <summary>What follows from all papers together.</summary>
    private sealed class Linked
    {
        public Linked(FeatureTable table, int counted, IReadOnlyDictionary<long, byte>? levels, LinkOptions options)
        {
            Weights = new LinkWeights(
                table,
                [
                    .. Enumerable.Range(0, table.Count).Select(feature =>
                        levels?[FeatureName.Create(table.Feature(feature))] ?? LinkStatistics.GetLevel(table.Frequency(feature))),
                ],
                LinkStatistics.GetLevelOfAll(counted),
                options);
            Index = new InvertedIndex(table, Weights, LinkStatistics.GetLongest(options));
            Search = new LinkSearch(table, Index, Weights, new LinkTerms(table, Weights, options), options);
        }

        public LinkWeights Weights { get; }

        public InvertedIndex Index { get; }

        public LinkSearch Search { get; }
    }
}
