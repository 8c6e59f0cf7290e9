using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>What a source says that one method or dataset is called.</summary>
/// <param name="FullName">What the name is short for, or a longer name; null where there is none.</param>
/// <param name="OtherNames">Names under which it is met as well.</param>
public sealed record StatedNames(ConceptKind Kind, string Name, string? FullName, IReadOnlyList<string> OtherNames);
