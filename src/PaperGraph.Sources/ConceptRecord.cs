using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>A method or a dataset of the page that came last.</summary>
/// <param name="Line">The line on which it begins, from 1; null where that is not known.</param>
public sealed record ConceptRecord(ListedConcept Concept, int? Line = null) : SourceItem;
