using System.Buffers;
using System.Text;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Incremental;

/// <summary>The draft of 24 August 2022.</summary>
public sealed class IncrementalFormatTests
{
    private const string Schema = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { papers: [Paper!]! best: Paper }
        type Paper { title: String! year: Int must: String! best: Paper }
        """;

    private readonly TestEngine engine = new(Schema, bindings => bindings
        .Data("Query.papers", _ => new InMemoryRequest("papers", _ => new[] { new Paper("A"), new Paper("B"), new Paper("C") }))
        .Value("Query.best", (object _) => new Paper("A"))
        .Type<Paper>("Paper")
        .Value("Paper.year", (Paper _) => 2025)
        .Value("Paper.must", (Paper paper) => paper.Title == "B" ? null : "must")
        .Value("Paper.best", (Paper paper) => paper));

    [Fact]
    public Task Deferred_fields_come_with_their_path_and_their_label() =>
        Expect("""{ papers { title ... @defer(label: "more") { year } } }""",
            """{ "data": { "papers": [{ "title": "A" }, { "title": "B" }, { "title": "C" }] }, "hasNext": true }""",
            """
            { "incremental": [
                { "data": { "year": 2025 }, "path": ["papers", 0], "label": "more" },
                { "data": { "year": 2025 }, "path": ["papers", 1], "label": "more" },
                { "data": { "year": 2025 }, "path": ["papers", 2], "label": "more" }],
              "hasNext": false }
            """);

    [Fact]
    public Task Fields_further_down_come_with_their_own_path() =>
        Expect("{ best { best { title } ... @defer { year best { year } } } }",
            """{ "data": { "best": { "best": { "title": "A" } } }, "hasNext": true }""",
            """
            { "incremental": [
                { "data": { "year": 2025 }, "path": ["best"] },
                { "data": { "year": 2025 }, "path": ["best", "best"] }],
              "hasNext": false }
            """);

    [Fact]
    public Task Later_items_come_with_the_index_of_the_first_of_them() =>
        Expect("""{ papers @stream(initialCount: 1, label: "rest") { title ... @defer { year } } }""",
            """{ "data": { "papers": [{ "title": "A" }] }, "hasNext": true }""",
            """
            { "incremental": [
                { "data": { "year": 2025 }, "path": ["papers", 0] },
                { "items": [{ "title": "B" }, { "title": "C" }], "path": ["papers", 1], "label": "rest" }],
              "hasNext": true }
            """,
            """
            { "incremental": [
                { "data": { "year": 2025 }, "path": ["papers", 1] },
                { "data": { "year": 2025 }, "path": ["papers", 2] }],
              "hasNext": false }
            """);

    [Fact]
    public Task What_failed_is_null_at_its_path() =>
        Expect("{ papers @stream(initialCount: 1) { must } best { ... @defer { best { title } } } }",
            """{ "data": { "papers": [{ "must": "must" }], "best": {} }, "hasNext": true }""",
            """
            { "incremental": [
                { "data": { "best": { "title": "A" } }, "path": ["best"] },
                { "items": null, "path": ["papers", 1], "errors": [{
                    "message": "Paper.must must not be null, but there is no value.",
                    "locations": [{ "line": 1, "column": 37 }],
                    "path": ["papers", 1, "must"],
                    "extensions": { "code": "UNEXPECTED_NULL" } }] }],
              "hasNext": false }
            """);

    private async Task Expect(string query, params string[] expected)
    {
        var answers = new List<string>();
        await foreach (var response in engine.Engine.StreamAsync(new GraphQLRequest { Query = query }, engine))
        {
            using var held = response;
            var text = new ArrayBufferWriter<byte>();
            response.WriteTo(text, IncrementalFormat.Paths);
            answers.Add(Json.Lay(Encoding.UTF8.GetString(text.WrittenSpan)));
        }
        answers.ShouldBe(expected.Select(Json.Lay));
    }

    private sealed record Paper(string Title);
}
