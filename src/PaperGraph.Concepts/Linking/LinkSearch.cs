namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Finds the papers with which one has the greatest sums of shared features, in an inverted index. A paper's features are read
/// step by step of rarity, the rarest first, as far as the budget goes: the work for a paper is bounded whatever the size of
/// the collection, and what is read follows from the paper's own features and the statistics.
/// </summary>
internal sealed class LinkSearch(FeatureTable table, InvertedIndex index, LinkWeights weights, LinkTerms terms, LinkOptions options)
{
    public LinkTerms Terms => terms;

    public LinkOptions Options => options;

    public List<LinkReason> FindReasons(int paper, int depth, int other) =>
        new LinkReasonFinder(table, weights, terms).Find(paper, depth, other);

    public SharedFeatures CreateShared() => new(table, weights, terms);

    /// <summary>The greatest level of the features of a paper that are read.</summary>
    public int Depth(int paper)
    {
        Span<int> entries = stackalloc int[32];
        entries.Clear();
        foreach (var (feature, _) in table.Row(paper)) entries[weights.Level(feature)]++;

        var left = (long)options.PostingBudget;
        var depth = 0;
        while (depth + 1 < entries.Length && (left -= (long)entries[depth + 1] << (depth + 1)) >= 0) depth++;
        return depth;
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

    /// <summary>The papers that may be related to one, each with what its score is at most, the greatest first.</summary>
    public List<(int Bound, int Paper)> Bounds(int paper, LinkSums sums)
    {
        var depth = Depth(paper);
        foreach (var (feature, strength) in table.Row(paper))
            if (IsRead(feature, strength, depth)) Gather(feature, strength, sums);

        var bounds = sums.TakeBounds(paper);
        bounds.Sort(static (a, b) => b.CompareTo(a));
        return bounds;
    }

    /// <summary>
    /// The papers to which this one may be related, each with what its score is there at most. Counts all that they share, also what
    /// they would not read.
    /// </summary>
    public List<(int Bound, int Paper)> Reached(int paper, LinkSums sums)
    {
        foreach (var (feature, strength) in table.Row(paper))
            foreach (var other in index.Postings(feature))
                sums.Add(other.Paper, terms.Compute(feature, other.Strength, strength), table.IsWord(feature));

        return sums.TakeBounds(paper);
    }

    /// <summary>Not too many papers have the feature, and it can add something.</summary>
    private bool IsRead(int feature, ushort strength, int depth) =>
        weights.Level(feature) <= depth && terms.Compute(feature, strength, ushort.MaxValue) > 0;

    private void Gather(int feature, ushort strength, LinkSums sums)
    {
        var weight = LinkScore.Weight(weights[feature], strength);
        var min = terms.Min(feature);
        var isWord = table.IsWord(feature);
        foreach (var other in index.Postings(feature))
            if (LinkScore.Term(weight, other.Strength) is var term && term >= min) sums.Add(other.Paper, term, isWord);
    }
}
