using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// A concept that readers of the field know, one row of the data files in this folder; or one that a source states.
/// </summary>
/// <param name="Aliases">Other names, short forms among them.</param>
/// <param name="Topics">Slugs of the topics that it belongs to.</param>
/// <param name="Origin">Who listed it, with the licence where that is not PaperGraph.</param>
public sealed record VocabularyEntry(
    string Name, ConceptKind Kind, IReadOnlyList<string> Aliases, IReadOnlyList<string> Topics, string Origin)
{
    public string Key { get; } = ConceptKey.Create(Name);

    /// <summary>A name of one word needs its capital: models and datasets, and what the data files mark by "=".</summary>
    public bool IsProperName { get; init; } = Kind is ConceptKind.Model or ConceptKind.Dataset;

    /// <summary>Whether it is of the data files: then the extractor knows it, and its kind is what papers mean.</summary>
    public bool IsShipped { get; init; } = true;

    /// <summary>Whether a source states it, so that it is a concept though no paper names it.</summary>
    public bool IsStated { get; init; }

    /// <summary>The names that only sources state, among them those that lead to it and are no <see cref="Aliases"/>.</summary>
    public IReadOnlyList<string> StatedNames { get; init; } = [];
}
