using System.Numerics;

namespace PaperGraph.Concepts.Linking;

/// <summary>Sums for one thread: what each paper has gathered so far, and which papers have gathered anything.</summary>
internal sealed class LinkSums(int papers)
{
    public int[] Values { get; } = new int[papers];

    public List<int> Affected { get; } = [];

    public void Clear()
    {
        foreach (var paper in Affected) Values[paper] = 0;
        Affected.Clear();
    }
}

/// <summary>
/// Finds the papers with which one has the greatest sums of shared features, in an inverted index. A paper's features are read
/// step by step of rarity, the rarest first, as far as the budget goes: the work for a paper is bounded whatever the size of
/// the collection, and what is read follows from the paper's own features.
/// </summary>
/// <remarks>
/// No score is above the sum of what all shared features add, as words are bounded and those that a concept covers may count for
/// nothing. So papers are compared in the order of these sums, until none reaches the last of the best scores.
/// </remarks>
internal sealed class LinkSearch
{
    private readonly FeatureTable table;
    private readonly LinkWeights weights;
    private readonly LinkOptions options;
    private readonly LinkTerms terms;
    private readonly InvertedIndex index;
    private readonly int minScore;

    public LinkSearch(FeatureTable table, LinkWeights weights, LinkTerms terms, LinkOptions options)
    {
        (this.table, this.weights, this.terms, this.options) = (table, weights, terms, options);
        index = new InvertedIndex(table, weights, BitOperations.Log2((uint)options.PostingBudget));
        minScore = Math.Max(1, LinkScore.FromSingle(options.MinScore));
    }

    /// <summary>The greatest level of the features of a paper that are read.</summary>
    public int Depth(int paper)
    {
        Span<int> entries = stackalloc int[32];
        entries.Clear();
        foreach (var (feature, _) in table.Row(paper))
            if (weights.Level(feature) is > 0 and var level) entries[level]++;

        var left = (long)options.PostingBudget;
        var depth = 0;
        while (depth + 1 < entries.Length && (left -= (long)entries[depth + 1] << (depth + 1)) >= 0) depth++;
        return depth;
    }

    /// <summary>A digest of how rare the features are that are read for a paper: where it is the same, their weights are.</summary>
    public long Rarity(int paper)
    {
        var depth = Depth(paper);
        var sum = 0L;
        foreach (var (feature, strength) in table.Row(paper))
            if (IsRead(feature, strength, depth)) sum += LinkDigest.Compute(table.FeatureDigest(feature), weights.Level(feature));
        return LinkDigest.Compute(weights.AllPapers, sum);
    }

    /// <summary>Computes what is stored as <see cref="PaperLinks.Levels"/>.</summary>
    public byte[] Levels(int paper)
    {
        var depth = Depth(paper);
        var row = table.Row(paper).ToArray();
        Array.Sort(row, (a, b) => FeatureOrder.Instance.Compare(table.Feature(a.Feature), table.Feature(b.Feature)));
        return
        [
            (byte)weights.AllPapers,
            .. row.Select(entry => IsRead(entry.Feature, entry.Strength, depth) ? (byte)weights.Level(entry.Feature) : (byte)0),
        ];
    }

    /// <summary>Finds at most <see cref="LinkOptions.MaxRelated"/> papers, in no order.</summary>
    public IReadOnlyCollection<(int Paper, int Score)> Related(int paper, LinkSums sums, IReadOnlyList<long> ties)
    {
        var depth = Depth(paper);
        foreach (var (feature, strength) in table.Row(paper))
            if (IsRead(feature, strength, depth)) Gather(feature, strength, sums);

        var bounds = Bounds(paper, sums, static _ => 0);
        bounds.Sort(static (a, b) => b.CompareTo(a));
        var shared = new SharedFeatures(table, weights, terms);
        var best = new PriorityQueue<int, Rank>(options.MaxRelated + 1);
        var floor = minScore;
        foreach (var (bound, other) in bounds)
        {
            if (bound < floor) break;
            shared.Compare(paper, depth, other);
            if (shared.Score < floor || !terms.Relate(shared)) continue;
            best.Enqueue(other, new Rank(shared.Score, ties[other], other));
            if (best.Count > options.MaxRelated) best.Dequeue();
            if (best.Count == options.MaxRelated && best.TryPeek(out _, out var last)) floor = last.Score;
        }

        return [.. best.UnorderedItems.Select(item => (item.Element, item.Priority.Score))];
    }

    /// <summary>
    /// The papers among whose links this one may be: for which it may reach the floor. Counts all that they share, also what they
    /// would not read.
    /// </summary>
    public IEnumerable<int> Reached(int paper, IReadOnlyList<int> floors, LinkSums sums)
    {
        foreach (var (feature, strength) in table.Row(paper))
            foreach (var other in index.Postings(feature)) Add(sums, other.Paper, terms.Compute(feature, other.Strength, strength));

        return Bounds(paper, sums, other => floors[other]).Select(bound => bound.Paper);
    }

    /// <summary>The papers among those gathered that reach the least score and a floor.</summary>
    private List<(int Bound, int Paper)> Bounds(int paper, LinkSums sums, Func<int, int> floor)
    {
        var bounds = new List<(int, int)>();
        foreach (var other in sums.Affected)
        {
            var bound = sums.Values[other];
            if (other != paper && bound >= Math.Max(minScore, floor(other))) bounds.Add((bound, other));
        }

        sums.Clear();
        return bounds;
    }

    /// <summary>Others have the feature, not too many of them, and it can add something.</summary>
    private bool IsRead(int feature, ushort strength, int depth) =>
        weights.Level(feature) is > 0 and var level && level <= depth && terms.Compute(feature, strength, ushort.MaxValue) > 0;

    private void Gather(int feature, ushort strength, LinkSums sums)
    {
        var weight = LinkScore.Weight(weights[feature], strength);
        var min = terms.Min(feature);
        foreach (var other in index.Postings(feature))
            if (LinkScore.Term(weight, other.Strength) is var term && term >= min) Add(sums, other.Paper, term);
    }

    private static void Add(LinkSums sums, int paper, int term)
    {
        if (term == 0) return;
        ref var sum = ref sums.Values[paper];
        if (sum == 0) sums.Affected.Add(paper);
        sum += term;
    }

    /// <summary>Where two papers have the same score, the one with the lesser tie comes first.</summary>
    private readonly record struct Rank(int Score, long Tie, int Paper) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => Score != other.Score ? Score.CompareTo(other.Score)
            : Tie != other.Tie ? other.Tie.CompareTo(Tie) : other.Paper.CompareTo(Paper);
    }
}
