namespace PaperGraph.Model;

/// <summary>What lies behind a link that leads to no repository.</summary>
public enum ResourceKind
{
    ProjectPage,
    Model,
    Dataset,
    Space,
    Collection,
    Profile,
    Other,
}
