namespace PaperGraph.Concepts.Linking;

/// <summary>The features of all papers, by kind.</summary>
internal sealed class PaperFeatures
{
    private readonly Dictionary<long, ConceptKind> kinds = [];

    public FeatureTable<string> Words { get; } = new();

    public FeatureTable<long> Concepts { get; } = new();

    public FeatureTable<long> Organizations { get; } = new();

    public FeatureTable<long> Repositories { get; } = new();

    public int Papers => Words.Papers;

    public ConceptKind Kind(long concept) => kinds[concept];

    public void Add(LinkablePaper paper)
    {
        Words.Add(paper.Words.Select(word => (word.Word, (float)word.Count)));
        Concepts.Add(paper.Concepts.Select(concept => (concept.Id, concept.Weight)));
        Organizations.Add(paper.Organizations.Select(id => (id, 1f)));
        Repositories.Add(paper.Repositories.Select(id => (id, 1f)));
        foreach (var concept in paper.Concepts) kinds.TryAdd(concept.Id, concept.Kind);
    }
}
