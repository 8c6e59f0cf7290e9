using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// SciREX's papers by title and abstract, and which of them are related: those that report results on the same task and
/// dataset. A ranking of the others for one of them is measured by its average precision.
/// </summary>
internal sealed class RelatedPapers
{
    private readonly IReadOnlyList<LinkablePaper> papers;
    private readonly IReadOnlyList<IReadOnlySet<int>> related;

    private RelatedPapers(IReadOnlyList<LinkablePaper> papers, IReadOnlyList<IReadOnlySet<int>> related)
    {
        (this.papers, this.related) = (papers, related);
        Queries = [.. Enumerable.Range(0, papers.Count).Where(paper => related[paper].Count > 0)];
    }

    /// <summary>Papers that others are related to.</summary>
    public IReadOnlyList<int> Queries { get; }

    /// <summary>A paper's place in the list is its id.</summary>
    public IReadOnlyList<LinkablePaper> Papers => papers;

    public static RelatedPapers Read(string folder)
    {
        var papers = SciRexPapers.Read(folder);
        var extractor = new ConceptExtractor();
        var collection = ConceptCollection.Build([.. papers.Select((paper, i) => PaperNames.Of(i, extractor.Extract(paper.Text)))]);
        var concepts = collection.Concepts.Index().ToDictionary(
            concept => concept.Item.Key, concept => (Target: new LinkTarget(concept.Index, concept.Item.Key), concept.Item.Kind));
        return new RelatedPapers(
            [.. papers.Select((paper, i) => new LinkablePaper(
                i,
                paper.Text.Title,
                [.. collection.Papers[i].Concepts.Select(concept => new LinkableConcept(
                    concepts[concept.ConceptKey].Target, concepts[concept.ConceptKey].Kind, concept.Weight))],
                PaperWords.Of(paper.Text),
                [],
                []) { KeyphraseWeights = [.. collection.Papers[i].Keyphrases.Select(phrase => phrase.Weight)] })],
            [.. papers.Select((paper, i) => Enumerable.Range(0, papers.Count)
                .Where(other => other != i && papers[other].Results.Overlaps(paper.Results)).ToHashSet())]);
    }

    /// <summary>The average precision, 0 to 100, of each of <see cref="Queries"/> in the ranking of a linker with these options.</summary>
    public double[] AveragePrecisions(LinkOptions options)
    {
        var linker = new PaperLinker(options with { MostRelated = papers.Count, LeastScore = 0, PostingBudget = int.MaxValue });
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
}
