using PaperGraph.Model;

namespace PaperGraph.Concepts.Linking;

/// <summary>Something that papers share: a word, a concept, an organization or a repository.</summary>
/// <param name="Id">The caller's id of the target; 0 for words.</param>
/// <param name="Key">The word, or the target's key.</param>
/// <param name="ConceptKind">The kind of a concept; null for other features.</param>
internal readonly record struct LinkFeature(FeatureKind Kind, long Id, string Key, ConceptKind? ConceptKind = null);

/// <summary>A feature of one paper, and how strong it is there.</summary>
/// <param name="Strength">
/// What the paper brings to the product that a shared feature adds, in 65,535ths; a function of this paper alone.
/// </param>
/// <param name="Covers">The words of a concept's mentions; null for what is no concept.</param>
internal readonly record struct FeatureStrength(LinkFeature Feature, ushort Strength, IReadOnlyList<string>? Covers = null);

internal enum FeatureKind
{
    Concept,
    Organization,
    Repository,
    Words,
}
