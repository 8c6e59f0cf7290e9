using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests;

/// <summary>Every field of schema.graphql can be asked for: its statement fits the tables, its column the property.</summary>
public sealed class EveryFieldTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    internal static readonly Schema Schema = PaperGraphSchema.Build();

    public static TheoryData<string> NodeTypes { get; } =
        [.. Schema.Types.OfType<ObjectType>().Where(type => type.Interfaces.Any(face => face.Name == "Node")).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(NodeTypes))]
    public async Task All_fields_of_a_node_are_read(string type)
    {
        var id = new NodeId(type, 1).ToString();
        var answer = await graph.ExecuteBothAsync(
            $"{{ node(id: \"{id}\") {{ ... on {type} {Selection((ObjectType)Schema.Types.Find(type)!, depth: 3)} }} }}");
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        answer.GetProperty("data").GetProperty("node").GetProperty("id").GetString().ShouldBe(id);
    }

    /// <summary>All fields down to a depth; at the last, leaves alone.</summary>
    internal static string Selection(ObjectType type, int depth)
    {
        var fields = from field in type.Fields
                     where field.Type.Named is not CompositeType || (depth > 0 && field.Name != "nodes")
                     select field.Type.Named switch
                     {
                         ObjectType inner => $"{field.Name}{Few(field)} {Selection(inner, depth - 1)}",
                         InterfaceType => $"{field.Name} {{ id }}",
                         _ => field.Name,
                     };
        return $"{{ __typename {string.Join(' ', fields)} }}";
    }

    /// <summary>So few that all fields together do not cost too much.</summary>
    private static string Few(Field field) => field.Arguments.Find("last") is null ? "" : "(last: 5)";
}
