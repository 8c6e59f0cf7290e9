using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class FieldErrorsTests
{
    private const string Schema = """
        type Query { paper: Paper papers: [Paper] strict: [Paper!] all: [Paper!]! must: Paper! }
        type Paper { title: String abstract: String! year: Int number: Int! venue: Venue! read: String batch: String kind: Kind }
        type Venue { name: String! }
        enum Kind { LONG SHORT }
        """;

    private readonly TestEngine engine = new(Schema, bindings => bindings
        .Value("Query.paper", (object _) => new Paper(1))
        .Value("Query.papers", (object _) => new[] { new Paper(1), new Paper(2), new Paper(3) })
        .Value("Query.strict", (object _) => new[] { new Paper(1), new Paper(2), new Paper(3) })
        .Value("Query.all", (object _) => new[] { new Paper(1), new Paper(2), new Paper(3) })
        .Value("Query.must", (object _) => new Paper(2))
        .Type<Paper>("Paper")
        .Value("Paper.title", (Paper paper) => paper.Number == 2 ? throw new InvalidOperationException("secret") : "title")
        .Value("Paper.abstract", (Paper paper) => paper.Number == 2 ? null : "abstract")
        .Value("Paper.year", (Paper paper) => paper.Number == 2 ? new FieldFailure("No year in the page.", "NO_YEAR") : (object)2025)
        .Value("Paper.venue", (Paper paper) => paper.Number == 2 ? new Venue(null) : new Venue("ACL"))
        .Value("Paper.kind", (Paper paper) => paper.Number == 2 ? "MEDIUM" : "LONG")
        .Data("Paper.read", _ => new InMemoryRequest("read", _ => "value", new TimeoutException("secret")))
        .Batch("Paper.batch", _ => throw new FieldFailureException(new FieldFailure("Not today.", "CLOSED")))
        .Type<Venue>("Venue"));

    [Fact]
    public async Task An_exception_fails_its_own_element_and_stays_with_the_host()
    {
        await engine.AnswerAsync("{ papers { title } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Unexpected error",
                "locations": [{ "line": 1, "column": 12 }],
                "path": ["papers", 1, "title"],
                "extensions": { "code": "INTERNAL_ERROR" }
              }],
              "data": { "papers": [{ "title": "title" }, { "title": null }, { "title": "title" }] }
            }
            """);
        engine.Unexpected.ShouldBe(["Paper.title: secret"]);
    }

    [Fact]
    public Task A_failure_in_the_place_of_a_value_is_told_to_the_client() =>
        engine.AnswerAsync("{ papers { y: year } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "No year in the page.",
                "locations": [{ "line": 1, "column": 12 }],
                "path": ["papers", 1, "y"],
                "extensions": { "code": "NO_YEAR" }
              }],
              "data": { "papers": [{ "y": 2025 }, { "y": null }, { "y": 2025 }] }
            }
            """);

    [Theory]
    [InlineData("papers", """{ "papers": [{ "abstract": "abstract" }, null, { "abstract": "abstract" }] }""")]
    [InlineData("strict", """{ "strict": null }""")]
    [InlineData("all", "null")]
    public Task Null_goes_up_to_the_first_place_that_may_be_null(string list, string data) =>
        engine.AnswerAsync($$"""{ {{list}} { abstract } }""").ShouldBeJson($$"""
            {
              "errors": [{
                "message": "Paper.abstract must not be null, but there is no value.",
                "locations": [{ "line": 1, "column": {{list.Length + 6}} }],
                "path": ["{{list}}", 1, "abstract"],
                "extensions": { "code": "UNEXPECTED_NULL" }
              }],
              "data": {{data}}
            }
            """);

    [Fact]
    public Task Null_goes_up_through_several_objects() =>
        engine.AnswerAsync("{ paper { title } must { venue { name } } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Venue.name must not be null, but there is no value.",
                "locations": [{ "line": 1, "column": 34 }],
                "path": ["must", "venue", "name"],
                "extensions": { "code": "UNEXPECTED_NULL" }
              }],
              "data": null
            }
            """);

    [Fact]
    public Task What_is_dropped_already_adds_no_errors() =>
        engine.AnswerAsync("{ strict { abstract venue { name } year } paper { number } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Paper.abstract must not be null, but there is no value.",
                "locations": [{ "line": 1, "column": 12 }],
                "path": ["strict", 1, "abstract"],
                "extensions": { "code": "UNEXPECTED_NULL" }
              }],
              "data": { "strict": null, "paper": { "number": 1 } }
            }
            """);

    [Fact]
    public async Task A_read_that_fails_is_an_error_on_its_field_for_each_parent_and_on_nothing_else()
    {
        var answer = await engine.AnswerAsync("{ strict { number read } }");

        answer.ShouldContain("""{"number":1,"read":null},{"number":2,"read":null},{"number":3,"read":null}""");
        answer.ShouldContain("""["strict",0,"read"]""");
        answer.ShouldContain("""["strict",2,"read"]""");
        answer.ShouldNotContain("secret");
        engine.Unexpected.ShouldAllBe(told => told == "Paper.read: secret");
    }

    [Fact]
    public Task A_resolver_may_throw_what_the_client_is_told() =>
        engine.AnswerAsync("{ paper { batch } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Not today.",
                "locations": [{ "line": 1, "column": 11 }],
                "path": ["paper", "batch"],
                "extensions": { "code": "CLOSED" }
              }],
              "data": { "paper": { "batch": null } }
            }
            """);

    [Fact]
    public async Task A_value_of_the_wrong_kind_fails_its_own_element()
    {
        await engine.AnswerAsync("{ papers { kind } }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Paper.kind has a value that is no Kind.",
                "locations": [{ "line": 1, "column": 12 }],
                "path": ["papers", 1, "kind"],
                "extensions": { "code": "INTERNAL_ERROR" }
              }],
              "data": { "papers": [{ "kind": "LONG" }, { "kind": null }, { "kind": "LONG" }] }
            }
            """);
        engine.Unexpected.ShouldBe(["Paper.kind: Paper.kind should have given Kind; it gave System.String."]);
    }

    [Fact]
    public Task Merged_fields_are_located_at_every_place_they_stand() =>
        engine.AnswerAsync("{ paper { batch ...More } } fragment More on Paper { batch }").ShouldBeJson("""
            {
              "errors": [{
                "message": "Not today.",
                "locations": [{ "line": 1, "column": 11 }, { "line": 1, "column": 54 }],
                "path": ["paper", "batch"],
                "extensions": { "code": "CLOSED" }
              }],
              "data": { "paper": { "batch": null } }
            }
            """);

    [Fact]
    public async Task Errors_past_the_limit_are_counted()
    {
        var few = new TestEngine(
            "type Query { numbers: [Int] }",
            bindings => bindings.Value("Query.numbers", (object _) => Enumerable.Repeat<object>("none", 5)),
            new EngineLimits { MaxErrors = 2 });

        var answer = await few.AnswerAsync("{ numbers }");

        answer.ShouldContain("3 more errors are left out: the limit MaxErrors is 2.");
        answer.ShouldContain("\"data\":{\"numbers\":[null,null,null,null,null]}");
    }

    private sealed record Paper(int Number);

    private sealed record Venue(string? Name);
}
