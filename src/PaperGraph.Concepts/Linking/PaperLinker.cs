namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Finds for every paper those most related to it: candidates from an inverted index over words and concepts, the rarest
/// first; then a full comparison whose terms are the reasons. Papers are added in the order of their ids, so that the result
/// is a function of the set of papers.
/// </summary>
public sealed class PaperLinker(LinkOptions options)
{
    private const int Block = 4_096;

    private readonly List<long> ids = [];
    private readonly PaperFeatures features = new();

    public PaperLinker() : this(new LinkOptions())
    {
    }

    /// <exception cref="ArgumentException">The id is not greater than that of the paper before.</exception>
    public void Add(LinkablePaper paper)
    {
        if (ids.Count > 0 && paper.Id <= ids[^1])
            throw new ArgumentException($"Papers are added in ascending order of their ids: {paper.Id} comes after {ids[^1]}.", nameof(paper));
        ids.Add(paper.Id);
        features.Add(paper);
    }

    /// <summary>The links of every paper, in the order in which the papers were added; made block by block as they are read.</summary>
    /// <param name="parallelism">Threads at most.</param>
    public IEnumerable<PaperLinks> Link(int parallelism = 1, CancellationToken cancellationToken = default)
    {
        if (ids.Count == 0) yield break;
        var comparison = new PaperComparison(features, options);
        var candidates = new CandidateIndex(features, comparison, options);
        var scratch = new ThreadLocal<CandidateScratch>(() => new CandidateScratch(ids.Count));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        var links = new PaperLinks[Math.Min(Block, ids.Count)];
        for (var first = 0; first < ids.Count; first += Block)
        {
            var (offset, count) = (first, Math.Min(Block, ids.Count - first));
            Parallel.For(0, count, parallel, i => links[i] = LinksOf(offset + i, comparison, candidates, scratch.Value!));
            for (var i = 0; i < count; i++) yield return links[i];
        }
    }

    private PaperLinks LinksOf(int paper, PaperComparison comparison, CandidateIndex candidates, CandidateScratch scratch)
    {
        var scored = new List<(float Score, int Paper)>();
        foreach (var other in candidates.Of(paper, scratch))
        {
            var score = comparison.Score(paper, other);
            if (score >= options.LeastScore) scored.Add((score, other));
        }

        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : ids[a.Paper].CompareTo(ids[b.Paper]));
        var related = new List<RelatedPaper>(Math.Min(scored.Count, options.MostRelated));
        foreach (var (_, other) in scored.Take(options.MostRelated))
        {
            var reasons = comparison.Reasons(paper, other);
            related.Add(new RelatedPaper(ids[other], reasons.Sum(reason => reason.Weight), reasons));
        }

        return new PaperLinks(ids[paper], related);
    }
}
