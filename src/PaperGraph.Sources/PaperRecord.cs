using PaperGraph.Model;

namespace PaperGraph.Sources;

/// <summary>A paper of the page that came last.</summary>
public sealed record PaperRecord(ListedPaper Paper) : SourceItem;
