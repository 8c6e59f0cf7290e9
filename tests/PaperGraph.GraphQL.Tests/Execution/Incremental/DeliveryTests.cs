using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Incremental;

public sealed class DeliveryTests
{
    private const string Schema = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { papers: [Paper!]! best: Paper }
        type Paper { title: String! year: Int concepts: [Concept!]! must: String! related: [Paper!] best: Paper }
        type Concept { name: String! bad: String! }
        """;

    private readonly TestEngine engine = new(Schema, bindings => bindings
        .Data("Query.papers", _ => new InMemoryRequest("papers", _ => new[] { new Paper("A"), new Paper("B") }))
        .Value("Query.best", (object _) => new Paper("A"))
        .Type<Paper>("Paper")
        .Value("Paper.year", (Paper _) => 2025)
        .Value("Paper.must", (Paper paper) => paper.Title == "B" ? null : "must")
        .Value("Paper.related", (Paper paper) =>
            new[] { new Paper($"{paper.Title}1"), new Paper($"{paper.Title}2"), new Paper($"{paper.Title}3") })
        .Value("Paper.best", (Paper paper) => paper)
        .Data("Paper.concepts", _ => new InMemoryRequest("concepts", parent => new[] { new Concept($"on {((Paper)parent).Title}") }))
        .Type<Concept>("Concept")
        .Value("Concept.bad", (Concept concept) => concept.Name == "on A" ? "fine" : null));

    [Fact]
    public async Task A_deferred_fragment_comes_after_the_rest_for_all_objects_at_once()
    {
        await Expect("""{ papers { title ... @defer(label: "more") { concepts { name } } } }""",
            """
            { "data": { "papers": [{ "title": "A" }, { "title": "B" }] },
              "pending": [{ "id": "0", "path": ["papers", 0], "label": "more" }, { "id": "1", "path": ["papers", 1], "label": "more" }],
              "hasNext": true }
            """,
            """
            { "incremental": [
                { "id": "0", "data": { "concepts": [{ "name": "on A" }] } },
                { "id": "1", "data": { "concepts": [{ "name": "on B" }] } }],
              "completed": [{ "id": "0" }, { "id": "1" }],
              "hasNext": false }
            """);
        engine.DataRequests.Levels.ShouldBe([["papers"], ["concepts"]]);
    }

    [Fact]
    public Task What_is_asked_for_outside_too_is_not_deferred() =>
        Expect("{ best { title best { title } ... @defer { title year best { title year } } } }",
            """
            { "data": { "best": { "title": "A", "best": { "title": "A" } } },
              "pending": [{ "id": "0", "path": ["best"] }], "hasNext": true }
            """,
            """
            { "incremental": [
                { "id": "0", "data": { "year": 2025 } },
                { "id": "0", "subPath": ["best"], "data": { "year": 2025 } }],
              "completed": [{ "id": "0" }], "hasNext": false }
            """);

    [Fact]
    public Task A_fragment_inside_another_is_announced_when_that_is_complete() =>
        Expect("{ best { title ... @defer(label: \"outer\") { year ... @defer(label: \"inner\") { concepts { name } } } } }",
            """{ "data": { "best": { "title": "A" } }, "pending": [{ "id": "0", "path": ["best"], "label": "outer" }], "hasNext": true }""",
            """
            { "pending": [{ "id": "1", "path": ["best"], "label": "inner" }],
              "incremental": [
                { "id": "0", "data": { "year": 2025 } },
                { "id": "1", "data": { "concepts": [{ "name": "on A" }] } }],
              "completed": [{ "id": "0" }, { "id": "1" }], "hasNext": false }
            """);

    [Fact]
    public Task Fields_that_fragments_share_are_handed_out_once() =>
        Expect("{ best { ... @defer(label: \"a\") { year must } ... @defer(label: \"b\") { year title } } }",
            """
            { "data": { "best": {} },
              "pending": [{ "id": "0", "path": ["best"], "label": "a" }, { "id": "1", "path": ["best"], "label": "b" }], "hasNext": true }
            """,
            """
            { "incremental": [
                { "id": "0", "data": { "year": 2025 } }, { "id": "0", "data": { "must": "must" } }, { "id": "1", "data": { "title": "A" } }],
              "completed": [{ "id": "0" }, { "id": "1" }], "hasNext": false }
            """);

    [Fact]
    public Task A_null_goes_no_further_up_than_to_the_deferred_fragment() =>
        Expect("{ papers { title ... @defer { must } ... @defer { year } } }",
            """
            { "data": { "papers": [{ "title": "A" }, { "title": "B" }] },
              "pending": [
                { "id": "0", "path": ["papers", 0] }, { "id": "1", "path": ["papers", 1] },
                { "id": "2", "path": ["papers", 0] }, { "id": "3", "path": ["papers", 1] }],
              "hasNext": true }
            """,
            """
            { "incremental": [
                { "id": "0", "data": { "must": "must" } }, { "id": "2", "data": { "year": 2025 } }, { "id": "3", "data": { "year": 2025 } }],
              "completed": [
                { "id": "0" },
                { "id": "1", "errors": [{
                  "message": "Paper.must must not be null, but there is no value.",
                  "locations": [{ "line": 1, "column": 31 }],
                  "path": ["papers", 1, "must"],
                  "extensions": { "code": "UNEXPECTED_NULL" } }] },
                { "id": "2" }, { "id": "3" }],
              "hasNext": false }
            """);

    [Fact]
    public Task Fields_shared_with_a_fragment_that_fails_are_handed_out_by_the_other() =>
        Expect("{ papers { ... @defer(label: \"fails\") { year must } ... @defer(label: \"works\") { year } } }",
            """
            { "data": { "papers": [{}, {}] },
              "pending": [
                { "id": "0", "path": ["papers", 0], "label": "fails" }, { "id": "1", "path": ["papers", 0], "label": "works" },
                { "id": "2", "path": ["papers", 1], "label": "fails" }, { "id": "3", "path": ["papers", 1], "label": "works" }],
              "hasNext": true }
            """,
            """
            { "incremental": [
                { "id": "0", "data": { "year": 2025 } }, { "id": "0", "data": { "must": "must" } }, { "id": "3", "data": { "year": 2025 } }],
              "completed": [
                { "id": "0" }, { "id": "1" },
                { "id": "2", "errors": [{
                  "message": "Paper.must must not be null, but there is no value.",
                  "locations": [{ "line": 1, "column": 46 }],
                  "path": ["papers", 1, "must"],
                  "extensions": { "code": "UNEXPECTED_NULL" } }] },
                { "id": "3" }],
              "hasNext": false }
            """);

    [Fact]
    public Task The_later_items_of_a_streamed_list_come_after_the_first() =>
        Expect("query ($n: Int! = 1) { best { related @stream(initialCount: $n, label: \"all\") { title concepts { name } } } }",
            """
            { "data": { "best": { "related": [{ "title": "A1", "concepts": [{ "name": "on A1" }] }] } },
              "pending": [{ "id": "0", "path": ["best", "related"], "label": "all" }], "hasNext": true }
            """,
            """
            { "incremental": [{ "id": "0", "items": [
                { "title": "A2", "concepts": [{ "name": "on A2" }] }, { "title": "A3", "concepts": [{ "name": "on A3" }] }] }],
              "completed": [{ "id": "0" }], "hasNext": false }
            """);

    [Fact]
    public Task A_null_among_later_items_ends_the_list() =>
        Expect("{ papers @stream(initialCount: 1) { must } }",
            """{ "data": { "papers": [{ "must": "must" }] }, "pending": [{ "id": "0", "path": ["papers"] }], "hasNext": true }""",
            """
            { "completed": [{ "id": "0", "errors": [{
                "message": "Paper.must must not be null, but there is no value.",
                "locations": [{ "line": 1, "column": 37 }],
                "path": ["papers", 1, "must"],
                "extensions": { "code": "UNEXPECTED_NULL" } }] }],
              "hasNext": false }
            """);

    [Theory]
    [InlineData("{ papers @stream(initialCount: -1) { title } }", "{}", 10)]
    [InlineData("query ($n: Int! = -2147483648) { papers @stream(initialCount: $n) { title } }", "{}", 41)]
    [InlineData("query ($n: Int!) { ...F } fragment F on Query { papers @stream(initialCount: $n) { title } }", """{ "n": -1 }""", 56)]
    public async Task A_negative_count_of_streamed_items_is_refused(string query, string variables, int column)
    {
        var answer = await engine.AnswerAsync(query, variables);

        answer.ShouldStartWith("{\"errors\":[{\"message\":\"The initialCount of @stream is -");
        answer.ShouldEndWith(
            $"; it is 0 or more.\",\"locations\":[{{\"line\":1,\"column\":{column}}}],\"extensions\":{{\"code\":\"BAD_USER_INPUT\"}}}}]}}");
    }

    [Fact]
    public async Task A_negative_count_of_items_that_are_not_streamed_does_not_matter() =>
        (await engine.AnswerAsync("{ papers @stream(initialCount: -1, if: false) { title } }")).ShouldStartWith("{\"data\":");

    [Fact]
    public Task What_is_deferred_inside_of_streamed_items_is_announced_with_them() =>
        Expect("{ papers @stream { title ... @defer { year } } }",
            """{ "data": { "papers": [] }, "pending": [{ "id": "0", "path": ["papers"] }], "hasNext": true }""",
            """
            { "pending": [{ "id": "1", "path": ["papers", 0] }, { "id": "2", "path": ["papers", 1] }],
              "incremental": [{ "id": "0", "items": [{ "title": "A" }, { "title": "B" }] }],
              "completed": [{ "id": "0" }], "hasNext": true }
            """,
            """
            { "incremental": [{ "id": "1", "data": { "year": 2025 } }, { "id": "2", "data": { "year": 2025 } }],
              "completed": [{ "id": "1" }, { "id": "2" }], "hasNext": false }
            """);

    [Fact]
    public Task What_is_deferred_inside_of_later_items_waits_for_them_alone() =>
        Expect("""{ ... @defer(label: "a") { papers @stream(initialCount: 1) { title ... @defer(label: "b") { year } } } }""",
            """{ "data": {}, "pending": [{ "id": "0", "path": [], "label": "a" }], "hasNext": true }""",
            """
            { "pending": [{ "id": "1", "path": ["papers"] }, { "id": "2", "path": ["papers", 0], "label": "b" }],
              "incremental": [{ "id": "0", "data": { "papers": [{ "title": "A" }] } }],
              "completed": [{ "id": "0" }], "hasNext": true }
            """,
            """
            { "pending": [{ "id": "3", "path": ["papers", 1], "label": "b" }],
              "incremental": [{ "id": "1", "items": [{ "title": "B" }] }, { "id": "2", "data": { "year": 2025 } }],
              "completed": [{ "id": "1" }, { "id": "2" }], "hasNext": true }
            """,
            """{ "incremental": [{ "id": "3", "data": { "year": 2025 } }], "completed": [{ "id": "3" }], "hasNext": false }""");

    [Fact]
    public Task Later_items_have_all_fields_of_their_list() =>
        Expect("{ papers @stream { title } ... @defer { papers @stream { year } } }",
            """{ "data": { "papers": [] }, "pending": [{ "id": "0", "path": ["papers"] }], "hasNext": true }""",
            """
            { "incremental": [{ "id": "0", "items": [{ "title": "A", "year": 2025 }, { "title": "B", "year": 2025 }] }],
              "completed": [{ "id": "0" }], "hasNext": false }
            """);

    [Fact]
    public async Task What_is_not_to_be_deferred_comes_in_one_answer()
    {
        await Expect("query ($no: Boolean!) { best { title ... @defer(if: $no) { year } } }",
            """{ "data": { "best": { "title": "A", "year": 2025 } } }""");
        (await engine.AnswerAsync("query ($no: Boolean!) { best { related @stream(if: $no) { title } } }", """{ "no": false }"""))
            .ShouldBe("""{"data":{"best":{"related":[{"title":"A1"},{"title":"A2"},{"title":"A3"}]}}}""");
    }

    [Fact]
    public async Task What_is_deferred_or_streamed_is_a_stream_of_responses_and_no_subscription()
    {
        using var result = await engine.Engine.ExecuteAsync(new GraphQLRequest { Query = "{ best { ... @defer { title } } }" }, engine);

        result.ShouldBeOfType<GraphQLResponseStream>().IsSubscription.ShouldBeFalse();
        engine.DataRequests.Levels.ShouldBeEmpty();
    }

    private async Task Expect(string query, params string[] expected)
    {
        using var variables = System.Text.Json.JsonDocument.Parse("""{ "no": false }""");
        var request = new GraphQLRequest { Query = query, Variables = variables.RootElement };
        var answers = new List<string>();
        await foreach (var response in engine.Engine.StreamAsync(request, engine))
        {
            using (response) answers.Add(Json.Lay(TestEngine.GetText(response)));
        }
        answers.ShouldBe(expected.Select(Json.Lay));
    }

    private sealed record Paper(string Title);

    private sealed record Concept(string Name);
}
