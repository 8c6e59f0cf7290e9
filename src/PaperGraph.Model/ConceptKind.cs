namespace PaperGraph.Model;

/// <summary>What a concept is to the papers that have it.</summary>
public enum ConceptKind
{
    Method,
    Task,
    Dataset,
    Model,
    Metric,
    Other,
}
