namespace PaperGraph.Model;

/// <summary>
/// What one node of the graph is to another. From <see cref="Method"/> to <see cref="Author"/> they lead from a paper to what it has, and
/// say what that is.
/// </summary>
public enum EdgeKind
{
    Method,
    Task,
    Dataset,
    Model,
    Metric,
    Other,
    Topic,
    Organization,
    Repository,
    Author,

    /// <summary>From a repository to the organization whose account it lies under.</summary>
    Owner,

    /// <summary>Between two papers that are linked, in no direction.</summary>
    Related,

    /// <summary>From a paper to one that it cites. Two papers may be related and one cite the other, too.</summary>
    Citation,
}
