namespace PaperGraph.Model;

/// <summary>The types of what is in the graph, as searches and evaluations name them.</summary>
public enum NodeKind
{
    Paper,
    Concept,
    Topic,
    Organization,
    Repository,
    Author,
}
