namespace PaperGraph.Model;

/// <summary>What two papers share: a concept of some kind, an organization, a repository, or words that are no concept.</summary>
public enum ReasonKind
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

public static class ReasonKindExtensions
{
    /// <summary>The reason that a shared concept of a kind is.</summary>
    public static ReasonKind From(ConceptKind kind) => kind switch
    {
        ConceptKind.Method => ReasonKind.Method,
        ConceptKind.Task => ReasonKind.Task,
        ConceptKind.Dataset => ReasonKind.Dataset,
        ConceptKind.Model => ReasonKind.Model,
        ConceptKind.Metric => ReasonKind.Metric,
        ConceptKind.Other => ReasonKind.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Concepts have no such kind."),
    };
}
