using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Finds for every paper those most related to it: by the sum of what the words, concepts, organizations and repositories
/// that both have weigh. Papers are added in the order of their ids; the result is a function of the set of papers.
/// When papers have changed, only those that it touches (<see cref="Affected"/>) need be linked for the same result.
/// </summary>
public sealed class PaperLinker
{
    /// <summary>Raised whenever the code makes other links of the same papers.</summary>
    private const string Rules = "7";

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

    public PaperLinker(LinkOptions options)
    {
        this.options = options;
        vector = new PaperVector(options);
        linked = new Lazy<Linked>(() => new Linked(table, ties, options));
    }

    /// <summary>Changes whenever the same papers may give other links: the version of the rules and a digest of the data.</summary>
    public static string Version { get; } = $"{Rules}.{ShippedData.Digest(CorpusStatistics.FileName, GeneralConcepts.FileName)}";

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
    public IEnumerable<PaperLinks> Link(int parallelism = 1, CancellationToken cancellationToken = default) =>
        Link(ids, parallelism, cancellationToken);

    /// <summary>Links some of the papers alone, given by their ids.</summary>
    public IEnumerable<PaperLinks> Link(IReadOnlyList<long> papers, int parallelism, CancellationToken cancellationToken)
    {
        using var sums = new ThreadLocal<LinkSums>(() => new LinkSums(ids.Count));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        foreach (var block in papers.Chunk(Block))
        {
            var links = new PaperLinks[block.Length];
            Parallel.For(0, block.Length, parallel, i => links[i] = FindLinks(ids.BinarySearch(block[i]), sums.Value!));
            foreach (var paper in links) yield return paper;
        }
    }

    /// <summary>The papers that are new or compared by something else than before, ascending.</summary>
    /// <param name="before">The states of the papers that were linked, by their ids.</param>
    public IReadOnlyList<long> Changed(IReadOnlyDictionary<long, LinkState> before) =>
        [.. ids.Where((id, paper) => !before.TryGetValue(id, out var state) || state.Features != linked.Value.Digests[paper])];

    /// <summary>The papers whose links may be others than before, ascending; all of them, where most have changed.</summary>
    /// <param name="before">The states of the papers that were linked, by their ids.</param>
    /// <param name="near">The papers among whose links one is that has changed or is no more.</param>
    public IReadOnlyList<long> Affected(
        IReadOnlyDictionary<long, LinkState> before,
        IReadOnlyList<long> changed,
        IReadOnlySet<long> near,
        CancellationToken cancellationToken = default)
    {
        if (changed.Count > ids.Count / 2) return ids;

        var search = linked.Value.Search;
        var floors = new int[ids.Count];
        var affected = new bool[ids.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, ids.Count, parallel, paper =>
        {
            var state = before.GetValueOrDefault(ids[paper]);
            floors[paper] = LinkScore.FromSingle(state.Floor ?? 0);
            affected[paper] = state.Rarity != search.Rarity(paper) || near.Contains(ids[paper]);
        });

        using var sums = new ThreadLocal<LinkSums>(() => new LinkSums(ids.Count));
        Parallel.ForEach(changed, parallel, id =>
        {
            var paper = ids.BinarySearch(id);
            affected[paper] = true;
            foreach (var other in search.Reached(paper, floors, sums.Value!)) affected[other] = true;
        });

        return [.. ids.Where((_, paper) => affected[paper])];
    }

    /// <summary>The ids of the papers related to one, the best first, without reasons.</summary>
    internal IEnumerable<long> Ranking(long id) =>
        Ranked(ids.BinarySearch(id), new LinkSums(ids.Count)).Select(other => ids[other.Paper]);

    private IEnumerable<(int Paper, int Score)> Ranked(int paper, LinkSums sums) => linked.Value.Search.Related(paper, sums, ties)
        .OrderByDescending(other => other.Score).ThenBy(other => ties[other.Paper]).ThenBy(other => other.Paper);

    private PaperLinks FindLinks(int paper, LinkSums sums)
    {
        var (search, reasons) = (linked.Value.Search, linked.Value.Reasons);
        var related = Ranked(paper, sums).ToList();
        var depth = search.Depth(paper);
        float? floor = related.Count == options.MaxRelated ? LinkScore.ToSingle(related[^1].Score) : null;
        return new PaperLinks(
            ids[paper],
            [.. related.Select(other => new RelatedPaper(
                ids[other.Paper], LinkScore.ToSingle(other.Score), () => reasons.Find(paper, depth, other.Paper)))],
            new LinkState(linked.Value.Digests[paper], search.Rarity(paper), floor),
            search.Levels(paper));
    }

    /// <summary>What follows from all papers together.</summary>
    private sealed class Linked
    {
        public Linked(FeatureTable table, List<long> ties, LinkOptions options)
        {
            Digests = new long[ties.Count];
            Parallel.For(0, Digests.Length, paper => Digests[paper] = LinkDigest.Compute(ties[paper], table.Digest(paper)));
            var weights = new LinkWeights(table, options);
            var terms = new LinkTerms(table, weights, options);
            Search = new LinkSearch(table, weights, terms, options);
            Reasons = new LinkReasonFinder(table, weights, terms);
        }

        /// <summary>For each paper a digest of all that it is compared by.</summary>
        public long[] Digests { get; }

        public LinkSearch Search { get; }

        public LinkReasonFinder Reasons { get; }
    }
}
