using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Groups;

internal enum TrendKind
{
    Concept,
    Topic,
    Organization,
    Repository,
    Paper,
}

/// <summary>What rises, with the two counts of which its score is made.</summary>
/// <param name="Node">What rises.</param>
/// <param name="Key">What names it: a slug, an address.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Now">Its papers of the last days; of a paper its upvotes.</param>
/// <param name="Before">Its papers of as many days before; of a paper the upvotes that one had on average.</param>
internal sealed record Trend(Node Node, string Key, string Label, long Now, double Before, double Score)
{
    public Concept? Concept => Node as Concept;

    public Topic? Topic => Node as Topic;

    public Organization? Organization => Node as Organization;

    public Repository? Repository => Node as Repository;

    public Paper? Paper => Node as Paper;
}
