using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Imports;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Results;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Nodes;

/// <summary>The types that a global id may name.</summary>
internal static class NodeTypes
{
    /// <summary>The query for nodes of a type by their keys; null where there is no such type.</summary>
    public static SqlQuery? QueryFor(string type, long[] keys, Selection selection, Dictionary<NodeId, Node> found)
    {
        return type switch
        {
            nameof(Author) => QueryFor(Author.Entity),
            nameof(Community) => QueryFor(Community.Entity),
            nameof(Concept) => QueryFor(Concept.Entity),
            nameof(ConceptStatement) => QueryFor(ConceptStatement.Entity),
            nameof(Import) => QueryFor(Import.Entity),
            nameof(ImportProblem) => QueryFor(ImportProblem.Entity),
            nameof(Leaderboard) => QueryFor(Leaderboard.Entity),
            nameof(Organization) => QueryFor(Organization.Entity),
            nameof(Paper) => QueryFor(Paper.Entity),
            nameof(Repository) => QueryFor(Repository.Entity),
            nameof(Result) => QueryFor(Result.Entity),
            nameof(Topic) => QueryFor(Topic.Entity),
            _ => null,
        };

        SqlQuery QueryFor<TNode>(Entity<TNode> entity) where TNode : Node, new() =>
            new NodesOfTypeQuery<TNode>(entity.Select(selection.On(type).Names), keys, found);
    }
}
