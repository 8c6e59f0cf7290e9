using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The concepts of a collection of papers and, for each paper, which concept each of its names means. A function of the set
/// of papers: the order in which they are given does not matter.
/// </summary>
public sealed class ConceptCollection
{
    /// <summary>Raised whenever the code makes something else of the same names.</summary>
    private const string Rules = "9";

    private IReadOnlyList<Concept>? concepts;
    private IReadOnlyList<ResolvedPaper>? papers;

    private ConceptCollection(CollectionChange change) => Change = change;

    /// <summary>Changes whenever the same names may give another result: the version of the rules and a digest of the data.</summary>
    public static string Version { get; } = $"{Rules}.{ShippedData.Digest([.. ConceptVocabulary.Files, TopicTree.FileName])}";

    /// <summary>
    /// In ordinal order of their keys: all that two papers name or a source states, and of what one paper names alone the names. Its
    /// phrases are its keyphrases. From the first time that it is asked for on, all of them are in memory.
    /// </summary>
    public IReadOnlyList<Concept> Concepts => concepts ??= [.. Change.Concepts.Select(changed => changed.Concept!)];

    /// <summary>
    /// All of it as it is to be stored where nothing is stored yet, with <see cref="Concepts"/> in their order. Its parts are made as they
    /// are asked for, by several threads if need be, and not kept.
    /// </summary>
    public CollectionChange Change { get; }

    /// <summary>The papers in the order of their ids; from the first time that it is asked for on, all of them are in memory.</summary>
    public IReadOnlyList<ResolvedPaper> Papers => papers ??= [.. Change.Papers.Select(paper => paper.Resolved)];

    /// <param name="papers">Each is asked for several times, the last when <see cref="Change"/> is read, and may be made anew then.</param>
    public static ConceptCollection Build(IReadOnlyList<PaperNames> papers) => Build(papers, ConceptVocabulary.Default);

    /// <inheritdoc cref="Build(IReadOnlyList{PaperNames})"/>
    public static ConceptCollection Build(IReadOnlyList<PaperNames> papers, ConceptVocabulary vocabulary) =>
        Build(papers, vocabulary, TopicTree.Default);

    /// <inheritdoc cref="Build(IReadOnlyList{PaperNames})"/>
    public static ConceptCollection Build(IReadOnlyList<PaperNames> papers, ConceptVocabulary vocabulary, TopicTree topics)
    {
        var added = new ComputedList<ChangedPaper>(papers.Count, i =>
        {
            var paper = papers[i];
            return new ChangedPaper(paper.PaperId, null, paper);
        });
        return new ConceptCollection(
            new CollectionUpdate(CollectionCache.OfNothing(), added, papers.Count, vocabulary, topics).TryCompute()!);
    }

    /// <summary>
    /// Whether what follows from the number of papers alone is the same of two: how rare names and concepts are reckoned.
    /// </summary>
    public static bool IsAlike(int papers, int otherPapers) => Quantization.Up(papers) == Quantization.Up(otherPapers);

    /// <summary>Finds what becomes of a stored collection when some of its papers change.</summary>
    /// <param name="cache">What was read of it so far.</param>
    /// <param name="vocabulary">The one by which it was counted.</param>
    /// <param name="papers">The number of its papers with these, of which <see cref="IsAlike"/> holds for that without.</param>
    /// <returns>Null where something was lacking: it has to be read into the cache, and this to be called again.</returns>
    public static CollectionChange? TryChange(
        CollectionCache cache, IReadOnlyList<ChangedPaper> changed, int papers, ConceptVocabulary vocabulary) =>
        new CollectionUpdate(cache, changed, papers, vocabulary, TopicTree.Default).TryCompute();
}
