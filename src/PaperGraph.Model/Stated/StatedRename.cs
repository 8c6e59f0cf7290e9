using PaperGraph.Model.Links;

namespace PaperGraph.Model.Stated;

/// <summary>That a repository moved from one address to another, or was called otherwise.</summary>
public sealed record StatedRename(RepositoryTarget Former, RepositoryTarget Present);
