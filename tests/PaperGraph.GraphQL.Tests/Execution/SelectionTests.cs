using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class SelectionTests
{
    private const string Schema = """
        type Query { search: Connection! }
        type Connection { nodes: [Node!]! edges: [Edge!]! totalCount: Int! }
        type Edge { node: Node! evidence: [String!]! }
        interface Node { name: String! }
        type Paper implements Node { name: String! title: String! cites: [Paper!]! }
        type Concept implements Node { name: String! kind: String! }
        """;

    private readonly List<PlannedField> asked = [];
    private readonly TestEngine engine;

    public SelectionTests() => engine = new TestEngine(Schema, bindings =>
    {
        bindings.Abstract("Node", _ => null).Batch("Query.search", context =>
        {
            asked.Add(context.Field);
            return ValueTask.FromResult<IReadOnlyList<object?>>([new FieldFailure("Only the selection counts here.")]);
        });
        foreach (var field in "Connection.nodes Connection.edges Connection.totalCount Edge.node Edge.evidence Paper.name Paper.title Paper.cites "
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(["Concept.name", "Concept.kind"]))
        {
            bindings.Value(field, (object _) => default(object));
        }
    });

    [Fact]
    public async Task Fields_are_found_under_aliases_and_fragments()
    {
        var selection = await SelectionOf("""
            query ($no: Boolean = false) {
              search { total: totalCount ...Edges nodes @include(if: $no) { name } a: edges { node { ... on Paper { title } } } }
            }
            fragment Edges on Connection { edges { evidence node { ... on Concept { kind } __typename } } }
            """);

        selection.Selects("totalCount").ShouldBeTrue();
        selection.Selects("edges", "evidence").ShouldBeTrue();
        selection.Selects("nodes").ShouldBeFalse();
        selection.Selects("nodes", "name").ShouldBeFalse();
        selection.Names.ShouldBe(["totalCount", "edges"]);
        selection.Select("totalCount").IsEmpty.ShouldBeTrue();
        selection.Select("nodes").IsEmpty.ShouldBeTrue();

        var node = selection.Select("edges").Select("node");
        node.Names.ShouldBe(["__typename", "title", "kind"], ignoreOrder: true);
        node.On("Paper").Names.ShouldBe(["__typename", "title"], ignoreOrder: true);
        node.On("Concept").Names.ShouldBe(["kind", "__typename"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_field_keeps_what_was_made_of_it_from_request_to_request()
    {
        const string Query = "query ($yes: Boolean!) { search { totalCount edges @include(if: $yes) { evidence } } }";
        foreach (var yes in (string[])["true", "true", "false"]) await engine.AnswerAsync(Query, $"{{ \"yes\": {yes} }}");

        var made = asked.Select(field => field.Memo(
            "statement", key => new Statement($"{key} of {string.Join(", ", field.Selection.Names)}"))).ToList();

        made.Select(statement => statement.Text).ShouldBe(
            ["statement of totalCount, edges", "statement of totalCount, edges", "statement of totalCount"]);
        made[1].ShouldBeSameAs(made[0]);
    }

    private async Task<Selection> SelectionOf(string query)
    {
        (await engine.AnswerAsync(query)).ShouldContain("Only the selection counts here.");
        return asked[^1].Selection;
    }

    private sealed record Statement(string Text);
}
