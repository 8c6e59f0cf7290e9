namespace PaperGraph.Sources;

/// <summary>
/// One thing that a reader found: a <see cref="PageRecord"/>, then the <see cref="PaperRecord"/>s of that page, with
/// <see cref="ReadProblem"/>s among them where they were met. A list of identifiers gives <see cref="PaperReference"/>s alone.
/// </summary>
public abstract record SourceItem;
