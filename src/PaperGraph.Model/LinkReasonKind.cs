namespace PaperGraph.Model;

/// <summary>What two papers share: a concept of some kind, an organization, a repository, or words that are no concept.</summary>
public enum LinkReasonKind
{
    Method,
    Task,
    Dataset,
    Model,
    Metric,
    Other,
    Organization,
    Repository,
    Words,
}

public static class LinkReasonKinds
{
    /// <summary>The reason that a shared concept of a kind is.</summary>
    public static LinkReasonKind From(ConceptKind kind) => kind switch
    {
        ConceptKind.Method => LinkReasonKind.Method,
        ConceptKind.Task => LinkReasonKind.Task,
        ConceptKind.Dataset => LinkReasonKind.Dataset,
        ConceptKind.Model => LinkReasonKind.Model,
        ConceptKind.Metric => LinkReasonKind.Metric,
        ConceptKind.Other => LinkReasonKind.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Concepts have no such kind."),
    };
}
