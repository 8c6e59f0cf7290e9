using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    private const string Schema = """
        type Query { papers: [Paper!]! paper(title: String!): Paper }
        type Paper { title: String! year: Int authors: [Author!]! cites: Paper }
        type Author { name: String! }
        """;

    private static readonly Paper Adam = new("Adam", 2014, [new Author("Kingma"), new Author("Ba")], null);
    private static readonly Paper Bert = new("BERT", null, [], Adam);

    private readonly TestEngine engine = new(Schema, bindings => bindings
        .Type<Paper>("Paper")
        .Type<Author>("Author")
        .Value("Query.papers", (object _) => new[] { Adam, Bert })
        .Batch("Query.paper", context => ValueTask.FromResult<IReadOnlyList<object?>>(
            [new[] { Adam, Bert }.FirstOrDefault(paper => paper.Title == context.Argument<string>("title"))])));

    [Fact]
    public Task Fields_are_answered_in_the_order_they_are_asked_for() =>
        engine.AnswerAsync("{ papers { year title authors { name } cites { title } } }").ShouldBeJson("""
            { "data": { "papers": [
              { "year": 2014, "title": "Adam", "authors": [{ "name": "Kingma" }, { "name": "Ba" }], "cites": null },
              { "year": null, "title": "BERT", "authors": [], "cites": { "title": "Adam" } }
            ] } }
            """);

    [Fact]
    public Task Aliases_name_the_entries_of_the_answer() =>
        engine.AnswerAsync("""{ a: paper(title: "Adam") { t: title } b: paper(title: "?") { t: title } }""")
            .ShouldBeJson("""{ "data": { "a": { "t": "Adam" }, "b": null } }""");

    [Fact]
    public Task Selections_of_the_same_field_are_merged() =>
        engine.AnswerAsync("""
            { paper(title: "BERT") { cites { title } ...More } paper(title: "BERT") { year } }
            fragment More on Paper { cites { year } title }
            """)
            .ShouldBeJson("""{ "data": { "paper": { "cites": { "title": "Adam", "year": 2014 }, "title": "BERT", "year": null } } }""");

    [Fact]
    public Task Skip_and_include_leave_out_fields_and_fragments() =>
        engine.AnswerAsync("""
            query ($yes: Boolean!, $no: Boolean!) {
              paper(title: "Adam") {
                title @skip(if: $yes)
                year @include(if: $yes)
                ... @include(if: $no) { title }
                ...More @skip(if: $no) @include(if: $yes)
              }
            }
            fragment More on Paper { __typename title }
            """, """{ "yes": true, "no": false }""")
            .ShouldBeJson("""{ "data": { "paper": { "year": 2014, "__typename": "Paper", "title": "Adam" } } }""");

    [Fact]
    public Task The_schema_describes_itself() =>
        engine.AnswerAsync("""{ __type(name: "Author") { name kind fields { name type { kind ofType { name } } } } __schema { queryType { name } } }""")
            .ShouldBeJson("""
                { "data": { "__type": { "name": "Author", "kind": "OBJECT", "fields": [
                  { "name": "name", "type": { "kind": "NON_NULL", "ofType": { "name": "String" } } }
                ] }, "__schema": { "queryType": { "name": "Query" } } } }
                """);

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_written_as_the_sign_for_what_is_no_character()
    {
        var broken = new TestEngine("type Query { a: String }", bindings => bindings.Value("Query.a", (object _) => "a\ud83db"));

        (await broken.AnswerAsync("{ a }")).ShouldBe("""{"data":{"a":"a\uFFFDb"}}""");
    }

    internal sealed record Paper(string Title, int? Year, IReadOnlyList<Author> Authors, Paper? Cites);

    internal sealed record Author(string Name);
}
