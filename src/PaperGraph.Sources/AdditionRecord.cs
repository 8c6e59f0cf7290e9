using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>What the page that came last states of a paper whose record stands elsewhere.</summary>
/// <param name="Line">The line on which it begins, from 1; null where that is not known.</param>
public sealed record AdditionRecord(StatedAddition Addition, int? Line = null) : SourceItem;
