namespace PaperGraph.Sources;

/// <summary>
/// One thing that a reader found: a <see cref="PageRecord"/>, then what stands on that page (<see cref="PaperRecord"/>s,
/// <see cref="AdditionRecord"/>s, <see cref="ConceptRecord"/>s, <see cref="InstitutionRecord"/>s, <see cref="RenameRecord"/>s), with
/// <see cref="ReadProblem"/>s among them where they were met. A list of identifiers gives <see cref="PaperReference"/>s alone.
/// </summary>
public abstract record SourceItem;
