using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>A method or a dataset of the page that came last.</summary>
public sealed record ConceptRecord(ListedConcept Concept) : SourceItem;
