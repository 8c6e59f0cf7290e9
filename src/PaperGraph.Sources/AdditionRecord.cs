using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>What the page that came last states of a paper whose record stands elsewhere.</summary>
public sealed record AdditionRecord(StatedAddition Addition) : SourceItem;
