using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Papers by title and abstract, and which of them are related by something that the linker is not told. A ranking of the
/// others for one of them is measured by its average precision.
/// </summary>
internal sealed class RelatednessJudgments
{
    /// <summary>How many papers have a rare keyword or concept at most.</summary>
    private const int Rare = 5;

    private readonly IReadOnlyList<LinkablePaper> papers;
    private readonly IReadOnlyList<IReadOnlySet<int>> related;

    private RelatednessJudgments(string relation, IReadOnlyList<LinkablePaper> papers, IReadOnlyList<IReadOnlySet<int>> related)
    {
        (Relation, this.papers, this.related) = (relation, papers, related);
        Queries = [.. Enumerable.Range(0, papers.Count).Where(paper => related[paper].Count > 0)];
    }

    /// <summary>What relates them, to be printed.</summary>
    public string Relation { get; }

    /// <summary>Papers that others are related to.</summary>
    public IReadOnlyList<int> Queries { get; }

    /// <summary>A paper's place in the list is its id.</summary>
    public IReadOnlyList<LinkablePaper> Papers => papers;

    /// <summary>All relations that the data tell of, SciREX's first.</summary>
    /// <param name="days">The folder of recorded days, which may be missing.</param>
    public static IReadOnlyList<RelatednessJudgments> All(string folder, string days)
    {
        if (!Directory.Exists(days)) return [ByResults(folder)];
        var papers = DailyPaperReader.Read(days);
        var linkable = Linkable([.. papers.Select(paper => paper.Text)]);
        return
        [
            ByResults(folder),
            ByKeywords(papers, linkable, "2025-06"),
            ByKeywords(papers, linkable, "2026-07"),
            ByHiddenConcepts(linkable),
        ];
    }

    /// <summary>SciREX: papers that report results on the same task and dataset.</summary>
    public static RelatednessJudgments ByResults(string folder)
    {
        var papers = SciRexPapers.Read(folder);
        return new RelatednessJudgments(
            "results of SciREX",
            Linkable([.. papers.Select(paper => paper.Text)]),
            [.. papers.Select((paper, i) => Enumerable.Range(0, papers.Count)
                .Where(other => other != i && papers[other].Results.Overlaps(paper.Results)).ToHashSet())]);
    }

    /// <summary>
    /// Among the papers of all days, those of one month for which the source states the same keyword, where few papers of the month have
    /// it.
    /// </summary>
    private static RelatednessJudgments ByKeywords(IReadOnlyList<DailyPaper> days, IReadOnlyList<LinkablePaper> linkable, string month)
    {
        var holders = days.Index().Where(paper => paper.Item.Day.StartsWith(month, StringComparison.Ordinal))
            .SelectMany(paper => paper.Item.Keywords.Select(ConceptKey.Create).Distinct().Select(keyword => (keyword, paper.Index)))
            .ToLookup(entry => entry.keyword, entry => entry.Index);
        return new RelatednessJudgments($"keywords of {month}", linkable, Sharing(days.Count, holders));
    }

    /// <summary>
    /// Papers that share a rare concept, which is taken away from them together with its words before they are
    /// compared; no two such concepts of one paper.
    /// </summary>
    private static RelatednessJudgments ByHiddenConcepts(IReadOnlyList<LinkablePaper> linkable)
    {
        var papers = linkable.ToArray();
        var holders = new List<(string Concept, int Paper)>();
        var taken = new HashSet<int>();
        var rare = papers.Index().SelectMany(paper => paper.Item.Concepts.Select(concept => (concept.Target.Key, Paper: paper.Index)))
            .GroupBy(entry => entry.Key, entry => entry.Paper)
            .Where(group => group.Count() is > 1 and <= Rare).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in rare)
        {
            if (group.Any(taken.Contains)) continue;
            taken.UnionWith(group);
            foreach (var paper in group)
            {
                holders.Add((group.Key, paper));
                papers[paper] = Without(papers[paper], group.Key);
            }
        }

        return new RelatednessJudgments(
            "rare concepts, hidden", papers, Sharing(papers.Length, holders.ToLookup(entry => entry.Concept, entry => entry.Paper)));
    }

    private static IReadOnlyList<LinkablePaper> Linkable(IReadOnlyList<PaperText> texts)
    {
        var extractor = new ConceptExtractor();
        IReadOnlyList<ExtractedPaper> extractions = [.. texts.AsParallel().AsOrdered().Select(extractor.Extract)];
        var collection = ConceptCollection.Build([.. extractions.Select((extraction, i) => PaperNames.From(i, extraction))]);
        return TextCollection.Linkable(texts, extractions, collection);
    }

    /// <summary>The average precision, 0 to 100, of each of <see cref="Queries"/> in the ranking of a linker with these options.</summary>
    public double[] AveragePrecisions(LinkOptions options)
    {
        var linker = new PaperLinker(
            options with { MaxRelated = papers.Count, MinScore = 0, MinSpecific = 0, MinAlone = 0, PostingBudget = int.MaxValue });
        foreach (var paper in papers) linker.Add(paper);
        return [.. Queries.Select(paper => AveragePrecision(paper, linker.Ranking(paper).Select(other => (int)other)))];
    }

    /// <summary>What a ranking of all others is worth for a paper.</summary>
    public double AveragePrecision(int paper, IEnumerable<int> ranking)
    {
        var (sum, found) = (0d, 0);
        foreach (var (place, other) in ranking.Index())
            if (related[paper].Contains(other)) sum += ++found / (place + 1d);
        return 100 * sum / related[paper].Count;
    }

    private static LinkablePaper Without(LinkablePaper paper, string concept)
    {
        var hidden = paper.Concepts.Where(other => other.Target.Key == concept).SelectMany(other => other.Words).ToHashSet();
        return paper with
        {
            Concepts = [.. paper.Concepts.Where(other => other.Target.Key != concept)],
            Words = [.. paper.Words.Where(word => !hidden.Contains(word.Word))],
        };
    }

    private static HashSet<int>[] Sharing(int papers, ILookup<string, int> holders)
    {
        var related = Enumerable.Range(0, papers).Select(_ => new HashSet<int>()).ToArray();
        foreach (var sharing in holders.Where(sharing => sharing.Count() is > 1 and <= Rare))
            foreach (var paper in sharing) related[paper].UnionWith(sharing.Where(other => other != paper));
        return related;
    }
}
