using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Nodes;

/// <summary>The types that a global id may name.</summary>
internal static class NodeTypes
{
    /// <summary>Null where there is no such type.</summary>
    public static SqlQuery? QueryFor(string type, long[] keys, Selection selection, Dictionary<NodeId, Node> found)
    {
        return type switch
        {
            nameof(Author) => Of(Author.Entity),
            nameof(Concept) => Of(Concept.Entity),
            nameof(Organization) => Of(Organization.Entity),
            nameof(Paper) => Of(Paper.Entity),
            nameof(Repository) => Of(Repository.Entity),
            nameof(Topic) => Of(Topic.Entity),
            _ => null,
        };

        SqlQuery Of<TNode>(Entity<TNode> entity) where TNode : Node, new() =>
            new NodesOfTypeQuery<TNode>(entity.Select(selection.On(type).Names), keys, found);
    }
}
