using System.Numerics;

namespace PaperGraph.Concepts.Linking;

/// <summary>Sums for one thread: what each paper has gathered so far, and which papers have gathered anything.</summary>
internal sealed class LinkSums(int papers)
{
    public int[] Of { get; } = new int[papers];

    public List<int> Touched { get; } = [];

    public void Clear()
    {
        foreach (var paper in Touched) Of[paper] = 0;
        Touched.Clear();
    }
}

/// <summary>
/// Finds the papers with which one has the greatest sums of shared features, in an inverted index. A paper's features are read
/// step by step of rarity, the rarest first, as far as the budget goes: the work for a paper is bounded whatever the size of
/// the collection, and what is read follows from the paper's own features.
/// </summary>
internal sealed class LinkSearch
{
    private readonly FeatureTable table;
    private readonly FeatureWorth worth;
    private readonly LinkOptions options;
    private readonly InvertedIndex index;
    private readonly int leastScore;
    private readonly int leastReason;

    public LinkSearch(FeatureTable table, FeatureWorth worth, LinkOptions options)
    {
        (this.table, this.worth, this.options) = (table, worth, options);
        index = new InvertedIndex(table, worth, BitOperations.Log2((uint)options.PostingBudget));
        (leastScore, leastReason) = (Math.Max(1, LinkScore.Of(options.LeastScore)), Math.Max(1, LinkScore.Of(options.LeastReason)));
    }

    /// <summary>The greatest level of the features of a paper that are read.</summary>
    public int Depth(int paper)
    {
        Span<int> entries = stackalloc int[32];
        entries.Clear();
        foreach (var (feature, _) in table.Row(paper))
            if (worth.Level(feature) is > 0 and var level) entries[level]++;

        var left = (long)options.PostingBudget;
        var depth = 0;
        while (depth + 1 < entries.Length && (left -= (long)entries[depth + 1] << (depth + 1)) >= 0) depth++;
        return depth;
    }

    /// <summary>A digest of how rare the features are that are read for a paper: where it is the same, their worth is.</summary>
    public long Rarity(int paper)
    {
        var depth = Depth(paper);
        var sum = 0L;
        foreach (var (feature, strength) in table.Row(paper))
            if (IsRead(feature, strength, depth)) sum += LinkDigest.Of(table.FeatureDigest(feature), worth.Level(feature));
        return LinkDigest.Of(worth.AllPapers, sum);
    }

    /// <summary>What a shared feature adds for a paper that has it with this strength; 0 for less than is told.</summary>
    public int Term(int feature, ushort strength, ushort other) =>
        LinkScore.Term(LinkScore.Weight(worth[feature], strength), other) is var term && term >= Least(feature) ? term : 0;

    /// <summary>At most <see cref="LinkOptions.MostRelated"/>, in no order.</summary>
    public IReadOnlyCollection<(int Paper, int Score)> Related(int paper, LinkSums sums, IReadOnlyList<long> ties)
    {
        var depth = Depth(paper);
        foreach (var (feature, strength) in table.Row(paper))
            if (IsRead(feature, strength, depth)) Gather(feature, strength, sums);

        var best = new PriorityQueue<int, Rank>(options.MostRelated + 1);
        var floor = leastScore;
        foreach (var other in sums.Touched)
        {
            var sum = sums.Of[other];
            if (sum < floor || other == paper) continue;
            best.Enqueue(other, new Rank(sum, ties[other], other));
            if (best.Count > options.MostRelated) best.Dequeue();
            if (best.Count == options.MostRelated && best.TryPeek(out _, out var least)) floor = least.Score;
        }

        sums.Clear();
        return [.. best.UnorderedItems.Select(item => (item.Element, item.Priority.Score))];
    }

    /// <summary>
    /// The papers among whose links this one may be: for which it reaches the floor. Counts all that they share, also what they
    /// would not read.
    /// </summary>
    public IEnumerable<int> Reached(int paper, IReadOnlyList<int> floors, LinkSums sums)
    {
        foreach (var (feature, strength) in table.Row(paper))
            foreach (var other in index.Postings(feature)) Add(sums, other.Paper, Term(feature, other.Strength, strength));

        var reached = sums.Touched.Where(other => other != paper && sums.Of[other] >= Math.Max(leastScore, floors[other])).ToList();
        sums.Clear();
        return reached;
    }

    /// <summary>Others have the feature, not too many of them, and it can add something.</summary>
    private bool IsRead(int feature, ushort strength, int depth) =>
        worth.Level(feature) is > 0 and var level && level <= depth && Term(feature, strength, ushort.MaxValue) > 0;

    private void Gather(int feature, ushort strength, LinkSums sums)
    {
        var weight = LinkScore.Weight(worth[feature], strength);
        var least = Least(feature);
        foreach (var other in index.Postings(feature))
            if (LinkScore.Term(weight, other.Strength) is var term && term >= least) Add(sums, other.Paper, term);
    }

    private static void Add(LinkSums sums, int paper, int term)
    {
        if (term == 0) return;
        ref var sum = ref sums.Of[paper];
        if (sum == 0) sums.Touched.Add(paper);
        sum += term;
    }

    /// <summary>All words together are one reason, whatever each adds.</summary>
    private int Least(int feature) => table.Feature(feature).Kind == LinkReasonKind.Words ? 1 : leastReason;

    /// <summary>Of two papers with the same score, the one with the lesser tie comes first.</summary>
    private readonly record struct Rank(int Score, long Tie, int Paper) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => Score != other.Score ? Score.CompareTo(other.Score)
            : Tie != other.Tie ? other.Tie.CompareTo(Tie) : other.Paper.CompareTo(Paper);
    }
}
