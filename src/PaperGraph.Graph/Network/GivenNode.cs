using PaperGraph.Graph.Arguments;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>A node that an argument of a field names, whether there is one or not.</summary>
/// <param name="Text">The global id as it was given.</param>
internal sealed record GivenNode(ArgumentPath At, string Text, GraphNode Node)
{
    /// <summary>An argument that is one id.</summary>
    /// <exception cref="FieldFailureException">It is the id of no node of the graph in memory.</exception>
    public static GivenNode One(FieldContext field, string argument) =>
        Parse(new ArgumentPath(argument), field.Argument<string>(argument));

    /// <summary>An argument that is a list of ids, each once.</summary>
    /// <exception cref="FieldFailureException">
    /// They are too few or too many, or one is the id of no node of the graph in memory.
    /// </exception>
    public static IReadOnlyList<GivenNode> Many(FieldContext field, string argument, int min, int max)
    {
        var at = new ArgumentPath(argument);
        var ids = field.Argument<IReadOnlyList<string>>(argument)
            .Select((id, index) => (At: at.Item(index), Id: id)).DistinctBy(item => item.Id).ToList();
        return ids.Count >= min && ids.Count <= max
            ? [.. ids.Select(item => Parse(item.At, item.Id))]
            : throw BadArgument.Create(at, $"has {ids.Count} different ids; give {min} to {max}.");
    }

    private static GivenNode Parse(ArgumentPath at, string text) =>
        NodeId.TryParse(text, out var id) && Enum.TryParse<NodeKind>(id.Type, out var kind) && kind.ToString() == id.Type
            ? new GivenNode(at, text, new GraphNode(kind, id.Key))
            : throw BadArgument.Create(at, "is the id of no paper, concept, topic, organization, repository or author.");
}
