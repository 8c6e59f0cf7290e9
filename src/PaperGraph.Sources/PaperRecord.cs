using PaperGraph.Model;

namespace PaperGraph.Sources;

/// <summary>A paper of the page that came last.</summary>
/// <param name="Line">
/// The line on which what states it begins, from 1, as in JSON, too, where the paper has none; null where that is not known.
/// </param>
public sealed record PaperRecord(ListedPaper Paper, int? Line = null) : SourceItem;
