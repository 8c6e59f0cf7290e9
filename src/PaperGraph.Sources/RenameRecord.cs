using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>A repository that was renamed, as the page that came last says.</summary>
/// <param name="Line">The line on which it begins, from 1; null where that is not known.</param>
public sealed record RenameRecord(StatedRename Rename, int? Line = null) : SourceItem;
