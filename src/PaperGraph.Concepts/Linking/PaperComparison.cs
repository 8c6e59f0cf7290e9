namespace PaperGraph.Concepts.Linking;

/// <summary>
/// How related two papers are, as a sum of named terms. Words: BM25 (S. Robertson and H. Zaragoza, 2009) over the greater of
/// the two papers' scores with themselves, and the cosine of TF-IDF vectors. Concepts: the shared part of both papers' idf-weighted
/// concepts, the mean of both ways. What many share is worth little: an idf, and beyond <see cref="LinkOptions.HalfWorth"/> papers less still.
/// </summary>
internal sealed class PaperComparison
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private const float LeastReason = 0.005f;

    /// <summary>Added to what a paper says in all, so that sharing all of next to nothing is next to nothing.</summary>
    private const float Prior = 1;

    private const int WordsNamed = 8;

    private readonly PaperFeatures papers;
    private readonly LinkOptions options;
    private readonly float[] wordIdf;
    private readonly float[] conceptIdf;
    private readonly float[] conceptWorth;
    private readonly float[] lengthNorm;
    private readonly float[] selfBm25;
    private readonly float[] vectorNorm;
    private readonly float[] conceptMass;

    public PaperComparison(PaperFeatures papers, LinkOptions options)
    {
        (this.papers, this.options) = (papers, options);
        wordIdf = Idf(papers.Words);
        conceptIdf = Idf(papers.Concepts);
        conceptWorth = new float[papers.Concepts.Count];
        for (var concept = 0; concept < conceptWorth.Length; concept++)
            conceptWorth[concept] = conceptIdf[concept] * Damping(papers.Concepts.Frequency(concept));

        lengthNorm = LengthNorms();
        selfBm25 = new float[papers.Papers];
        vectorNorm = new float[papers.Papers];
        conceptMass = new float[papers.Papers];
        for (var paper = 0; paper < papers.Papers; paper++) Measure(paper);
    }

    /// <summary>What a word of this paper adds to a comparison with one in which it stands once: close enough to choose candidates.</summary>
    public float WordImpact(int paper, long entry) =>
        (options.Bm25Share + options.CosineShare) * Cosine(paper, entry);

    public float ConceptImpact(int paper, long entry) =>
        options.ConceptShare * conceptWorth[papers.Concepts.Feature(entry)] * papers.Concepts.Strength(entry) / conceptMass[paper];

    public float Score(int paper, int other)
    {
        var score = Kept(WordTerms(paper, other, null));
        foreach (var (first, second) in Shared(papers.Concepts, paper, other)) score += Kept(ConceptTerm(paper, other, first, second));
        foreach (var (first, _) in Shared(papers.Repositories, paper, other)) score += Kept(Rare(papers.Repositories, first, options.RepositoryWeight));
        foreach (var (first, _) in Shared(papers.Organizations, paper, other)) score += Kept(Rare(papers.Organizations, first, options.OrganizationWeight));
        return score;
    }

    public List<LinkReason> Reasons(int paper, int other)
    {
        var reasons = new List<LinkReason>();
        foreach (var (first, second) in Shared(papers.Concepts, paper, other))
        {
            var id = papers.Concepts.Key(papers.Concepts.Feature(first));
            Add(reasons, new LinkReason(LinkReasonKind.Concept, id, papers.Kind(id), [], ConceptTerm(paper, other, first, second)));
        }

        foreach (var (first, _) in Shared(papers.Repositories, paper, other))
            Add(reasons, new LinkReason(
                LinkReasonKind.Repository, papers.Repositories.Key(papers.Repositories.Feature(first)), null, [],
                Rare(papers.Repositories, first, options.RepositoryWeight)));
        foreach (var (first, _) in Shared(papers.Organizations, paper, other))
            Add(reasons, new LinkReason(
                LinkReasonKind.Organization, papers.Organizations.Key(papers.Organizations.Feature(first)), null, [],
                Rare(papers.Organizations, first, options.OrganizationWeight)));

        var shared = new List<(string Word, float Weight)>();
        var words = WordTerms(paper, other, shared);
        shared.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Word, b.Word));
        Add(reasons, new LinkReason(LinkReasonKind.Words, null, null, [.. shared.Take(WordsNamed).Select(word => word.Word)], words));
        reasons.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight)
            : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : Nullable.Compare(a.TargetId, b.TargetId));
        return reasons;
    }

    private static void Add(List<LinkReason> reasons, LinkReason reason)
    {
        if (reason.Weight >= LeastReason) reasons.Add(reason);
    }

    private static float Kept(float weight) => weight >= LeastReason ? weight : 0;

    private static float[] Idf<TKey>(FeatureTable<TKey> table)
        where TKey : notnull
    {
        var idf = new float[table.Count];
        for (var feature = 0; feature < idf.Length; feature++)
            idf[feature] = MathF.Max(0, MathF.Log((table.Papers + 1f) / (table.Frequency(feature) + 0.5f)));
        return idf;
    }

    /// <summary>Entries of both papers that are the same feature.</summary>
    private static IEnumerable<(long First, long Second)> Shared<TKey>(FeatureTable<TKey> table, int paper, int other)
        where TKey : notnull
    {
        var (first, firstEnd) = table.Row(paper);
        var (second, secondEnd) = table.Row(other);
        while (first < firstEnd && second < secondEnd)
        {
            var (a, b) = (table.Feature(first), table.Feature(second));
            if (a == b) yield return (first, second);
            if (a <= b) first++;
            if (b <= a) second++;
        }
    }

    private float WordTerms(int paper, int other, List<(string Word, float Weight)>? shared)
    {
        var table = papers.Words;
        var (first, firstEnd) = table.Row(paper);
        var (second, secondEnd) = table.Row(other);
        var bm25 = options.Bm25Share / MathF.Max(selfBm25[paper], selfBm25[other]);
        var sum = 0f;
        while (first < firstEnd && second < secondEnd)
        {
            var (a, b) = (table.Feature(first), table.Feature(second));
            if (a == b)
            {
                var term = bm25 * Bm25(other, second) + options.CosineShare * Cosine(paper, first) * Cosine(other, second);
                sum += term;
                shared?.Add((table.Key(a), term));
            }

            if (a <= b) first++;
            if (b <= a) second++;
        }

        return sum;
    }

    private float ConceptTerm(int paper, int other, long first, long second) =>
        options.ConceptShare * conceptWorth[papers.Concepts.Feature(first)] / 2
        * (papers.Concepts.Strength(first) / conceptMass[paper] + papers.Concepts.Strength(second) / conceptMass[other]);

    /// <summary>1 for what two papers alone share, falling with the logarithm of how many do.</summary>
    private static float Rare<TKey>(FeatureTable<TKey> table, long entry, float most)
        where TKey : notnull =>
        most / (1 + MathF.Log(MathF.Max(1, table.Frequency(table.Feature(entry)) / 2f)));

    private float Bm25(int paper, long entry)
    {
        var tf = papers.Words.Strength(entry);
        return wordIdf[papers.Words.Feature(entry)] * tf * (K1 + 1) / (tf + K1 * lengthNorm[paper]);
    }

    private float Cosine(int paper, long entry) =>
        wordIdf[papers.Words.Feature(entry)] * (1 + MathF.Log(papers.Words.Strength(entry))) / vectorNorm[paper];

    private float Damping(int frequency) => options.HalfWorth / (options.HalfWorth + frequency);

    private float[] LengthNorms()
    {
        var lengths = new float[papers.Papers];
        var total = 0d;
        for (var paper = 0; paper < lengths.Length; paper++)
        {
            var (start, end) = papers.Words.Row(paper);
            for (var entry = start; entry < end; entry++) lengths[paper] += papers.Words.Strength(entry);
            total += lengths[paper];
        }

        var average = (float)Math.Max(1, total / Math.Max(1, lengths.Length));
        for (var paper = 0; paper < lengths.Length; paper++) lengths[paper] = 1 - B + B * lengths[paper] / average;
        return lengths;
    }

    private void Measure(int paper)
    {
        var (start, end) = papers.Words.Row(paper);
        vectorNorm[paper] = 1;
        var squares = 0f;
        for (var entry = start; entry < end; entry++)
        {
            selfBm25[paper] += Bm25(paper, entry);
            var value = Cosine(paper, entry);
            squares += value * value;
        }

        vectorNorm[paper] = MathF.Sqrt(squares + Prior);
        selfBm25[paper] += Prior;
        var (first, last) = papers.Concepts.Row(paper);
        for (var entry = first; entry < last; entry++)
            conceptMass[paper] += papers.Concepts.Strength(entry) * conceptIdf[papers.Concepts.Feature(entry)];
        conceptMass[paper] += Prior;
    }
}
