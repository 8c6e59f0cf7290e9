using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>A concept that readers of the field know, one row of the data files in this folder.</summary>
/// <param name="Aliases">Other names, short forms among them.</param>
/// <param name="Topics">Slugs of the topics that it belongs to.</param>
/// <param name="Origin">Who listed it, with the licence where that is not PaperGraph.</param>
public sealed record VocabularyEntry(
    string Name, ConceptKind Kind, IReadOnlyList<string> Aliases, IReadOnlyList<string> Topics, string Origin)
{
    public string Key { get; } = ConceptKey.Create(Name);

    /// <summary>A name of one word needs its capital: models and datasets, and what the data files mark by "=".</summary>
    public bool IsProperName { get; init; } = Kind is ConceptKind.Model or ConceptKind.Dataset;
}
