using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>A repository that was renamed, as the page that came last says.</summary>
public sealed record RenameRecord(StatedRename Rename) : SourceItem;
