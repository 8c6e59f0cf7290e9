namespace PaperGraph.Concepts.Linking;

/// <summary>Sums for one thread: what each paper has gathered so far, and which papers have gathered anything.</summary>
internal sealed class CandidateScratch(int papers)
{
    public float[] Sums { get; } = new float[papers];

    public List<int> Touched { get; } = [];
}

/// <summary>
/// The papers worth comparing with one, by the sum of what its rarest words and concepts add; lists longer than the posting
/// budget are never read, so that the work for a paper is bounded whatever the size of the collection.
/// </summary>
internal sealed class CandidateIndex
{
    private readonly PaperFeatures papers;
    private readonly PaperComparison comparison;
    private readonly LinkOptions options;
    private readonly InvertedIndex words;
    private readonly InvertedIndex concepts;

    public CandidateIndex(PaperFeatures papers, PaperComparison comparison, LinkOptions options)
    {
        (this.papers, this.comparison, this.options) = (papers, comparison, options);
        words = InvertedIndex.Of(
            papers.Words.Count, papers.Papers, papers.Words.Frequency, options.PostingBudget,
            paper => Telling(paper).Select(entry => (papers.Words.Feature(entry), comparison.WordImpact(paper, entry))));
        concepts = InvertedIndex.Of(
            papers.Concepts.Count, papers.Papers, papers.Concepts.Frequency, options.PostingBudget,
            paper => Entries(papers.Concepts.Row(paper)).Select(entry => (papers.Concepts.Feature(entry), comparison.ConceptImpact(paper, entry))));
    }

    /// <summary>In the order of their sums, at most <see cref="LinkOptions.Candidates"/>.</summary>
    public List<int> Of(int paper, CandidateScratch scratch)
    {
        var (sums, touched) = (scratch.Sums, scratch.Touched);
        var features = new List<(int Length, int Feature, bool IsConcept, float Impact)>();
        foreach (var entry in Telling(paper))
            if (words.Papers(papers.Words.Feature(entry)).Length is > 1 and var length)
                features.Add((length, papers.Words.Feature(entry), false, comparison.WordImpact(paper, entry)));
        foreach (var entry in Entries(papers.Concepts.Row(paper)))
            if (concepts.Papers(papers.Concepts.Feature(entry)).Length is > 1 and var length)
                features.Add((length, papers.Concepts.Feature(entry), true, comparison.ConceptImpact(paper, entry)));
        features.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length)
            : a.Impact != b.Impact ? b.Impact.CompareTo(a.Impact) : (a.IsConcept, a.Feature).CompareTo((b.IsConcept, b.Feature)));

        var budget = options.PostingBudget;
        foreach (var (length, feature, isConcept, impact) in features)
        {
            if ((budget -= length) < 0) break;
            var index = isConcept ? concepts : words;
            var list = index.Papers(feature);
            var values = index.Values(feature);
            for (var i = 0; i < list.Length; i++)
            {
                if (sums[list[i]] == 0) touched.Add(list[i]);
                sums[list[i]] += isConcept ? (impact + (float)values[i]) / 2 : 2 * impact * (float)values[i];
            }
        }

        return Best(paper, scratch);
    }

    private List<int> Best(int paper, CandidateScratch scratch)
    {
        var best = new PriorityQueue<int, float>(options.Candidates + 1);
        foreach (var other in scratch.Touched)
        {
            if (other != paper)
            {
                if (best.Count < options.Candidates) best.Enqueue(other, scratch.Sums[other]);
                else best.EnqueueDequeue(other, scratch.Sums[other]);
            }

            scratch.Sums[other] = 0;
        }

        scratch.Touched.Clear();
        var ordered = new List<int>(best.Count);
        while (best.TryDequeue(out var other, out _)) ordered.Add(other);
        ordered.Reverse();
        return ordered;
    }

    private static IEnumerable<long> Entries((long Start, long End) row)
    {
        for (var entry = row.Start; entry < row.End; entry++) yield return entry;
    }

    /// <summary>The words of a paper that find others: those that add most.</summary>
    private IEnumerable<long> Telling(int paper)
    {
        var row = papers.Words.Row(paper);
        if (row.End - row.Start <= options.WordsAPaper) return Entries(row);
        return Entries(row)
            .OrderByDescending(entry => comparison.WordImpact(paper, entry)).ThenBy(entry => papers.Words.Key(papers.Words.Feature(entry)), StringComparer.Ordinal)
            .Take(options.WordsAPaper);
    }
}
