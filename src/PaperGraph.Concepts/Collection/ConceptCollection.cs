using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// The concepts of a collection of papers and, for each paper, which concept each of its names means. A function of the set
/// of papers: the order in which they are given does not matter.
/// </summary>
public sealed class ConceptCollection
{
    /// <summary>Raised whenever the code makes something else of the same names.</summary>
    private const string Rules = "9";

    private ConceptCollection(IReadOnlyList<Concept> concepts, IReadOnlyList<ResolvedPaper> papers) =>
        (Concepts, Papers) = (concepts, papers);

    /// <summary>Changes whenever the same names may give another result: the version of the rules and a digest of the data.</summary>
    public static string Version { get; } = $"{Rules}.{ShippedData.Digest([.. ConceptVocabulary.Files, TopicTree.FileName])}";

    /// <summary>
    /// In ordinal order of their keys: all that two papers name, and of what one paper names alone the names. Its phrases are its
    /// keyphrases.
    /// </summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>The papers in the order of their ids.</summary>
    public IReadOnlyList<ResolvedPaper> Papers { get; }

    public static ConceptCollection Build(IReadOnlyCollection<PaperNames> papers) =>
        Build(papers, ConceptVocabulary.Default, TopicTree.Default);

    public static ConceptCollection Build(IReadOnlyCollection<PaperNames> papers, ConceptVocabulary vocabulary, TopicTree topics)
    {
        var ordered = papers.OrderBy(paper => paper.PaperId).ToList();
        var resolver = new NameResolver(ordered, vocabulary);
        var names = new Dictionary<string, ResolvedName>?[ordered.Count];
        Parallel.For(0, names.Length, i => names[i] = resolver.Resolve(ordered[i]));

        var counts = new ConceptCounts();
        for (var i = 0; i < names.Length; i++) counts.Count(ordered[i], names[i]!);
        var components = counts.Components(ordered.Count, resolver, topics);
        var byComponent = components.ToDictionary(component => component.Component);
        var results = new ResolvedPaper[names.Length];
        Parallel.For(0, names.Length, i =>
        {
            results[i] = PaperResolver.Resolve(ordered[i], names[i]!, byComponent);
            names[i] = null;
        });

        return new ConceptCollection(
            [.. components.Where(component => !component.IsKeyphrase).Select(component => component.Concept)
                .OrderBy(concept => concept.Key, StringComparer.Ordinal)], results);
    }
}
