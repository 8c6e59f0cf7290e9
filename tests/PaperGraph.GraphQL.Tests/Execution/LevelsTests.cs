using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class LevelsTests
{
    private const string Schema = """
        interface Node { name: String! }
        type Query { papers: PaperConnection! count: Int! any: [Node!]! }
        type PaperConnection { nodes: [Paper!]! edges: [PaperEdge!]! totalCount: Int! }
        type PaperEdge { node: Paper! weight: Int! }
        type Paper implements Node { name: String! concepts: [Concept!]! authors: [Author!]! score: Int! cites: [Paper!]! }
        type Concept implements Node { name: String! papers: [Paper!]! }
        type Author { name: String! papers: [Paper!]! }
        """;

    private readonly List<string> batches = [];
    private readonly List<string> asked = [];
    private readonly TestEngine engine;

    public LevelsTests() => engine = new TestEngine(Schema, bindings => bindings
        .Type<Paper>("Paper")
        .Type<Concept>("Concept")
        .Type<Author>("Author")
        .Type<Edge>("PaperEdge")
        .Data("Query.papers", Hand("papers", _ => new Connection([new Paper("A"), new Paper("B"), new Paper("C")])))
        .Data("Query.count", Hand("count", _ => 3))
        .Data("Query.any", Hand("any", _ => new object[] { new Paper("A"), new Concept("x"), new Paper("B") }))
        .Value("PaperConnection.nodes", (Connection connection) => connection.Papers, keys: "papers")
        .Value("PaperConnection.edges", (Connection connection) => connection.Papers.Select(paper => new Edge(paper, 1)), keys: "edges")
        .Value("PaperEdge.node", (Edge edge) => edge.Node, keys: "papers")
        .Data("PaperConnection.totalCount", Hand("totalCount", _ => 3))
        .Data("Paper.concepts",
            Hand("concepts", parent => new[] { new Concept($"{((Paper)parent).Name}1"), new Concept($"{((Paper)parent).Name}2") }))
        .Data("Paper.authors", WithParents("authors", parent => new[] { new Author($"by {((Paper)parent).Name}") }))
        .Data("Paper.cites", WithParents("cites", _ => Array.Empty<Paper>()))
        .Data("Concept.papers", Hand("papers of concepts", parent => new[] { new Paper($"on {((Concept)parent).Name}") }))
        .Data("Author.papers", Hand("papers of authors", _ => Array.Empty<Paper>()))
        .Batch("Paper.score", context =>
        {
            batches.Add($"score of {context.Parents.Count}");
            return ValueTask.FromResult<IReadOnlyList<object?>>([.. context.Parents.Select((_, index) => (object)index)]);
        }));

    [Fact]
    public async Task Fields_of_a_level_are_read_in_one_round_trip()
    {
        await engine.AnswerAsync("{ papers { __typename } count }");

        engine.DataRequests.Levels.ShouldBe([["papers", "count"]]);
    }

    [Fact]
    public async Task A_field_is_resolved_once_for_all_parents()
    {
        await engine.AnswerAsync("{ papers { nodes { score } edges { node { score } } } }");

        batches.ShouldBe(["score of 3", "score of 3"]);
    }

    [Fact]
    public async Task A_request_for_data_that_waits_for_another_is_sent_with_it()
    {
        await engine.AnswerAsync("{ papers { totalCount nodes { name concepts { name papers { name } } } } }").ShouldBeJson("""
            { "data": { "papers": { "totalCount": 3, "nodes": [
              { "name": "A", "concepts": [
                { "name": "A1", "papers": [{ "name": "on A1" }] }, { "name": "A2", "papers": [{ "name": "on A2" }] }] },
              { "name": "B", "concepts": [
                { "name": "B1", "papers": [{ "name": "on B1" }] }, { "name": "B2", "papers": [{ "name": "on B2" }] }] },
              { "name": "C", "concepts": [
                { "name": "C1", "papers": [{ "name": "on C1" }] }, { "name": "C2", "papers": [{ "name": "on C2" }] }] }
            ] } } }
            """);

        engine.DataRequests.Levels.ShouldBe([["papers", "totalCount", "concepts", "papers of concepts"]]);
    }

    [Fact]
    public async Task A_resolver_is_told_whose_entities_its_parents_will_be()
    {
        await engine.AnswerAsync("{ papers { totalCount nodes { concepts { papers { name } } } edges { node { concepts { name } } } } }");

        asked.ShouldBe(
            [
                "papers for 1",
                "totalCount with papers",
                "concepts with papers by papers",
                "papers of concepts with concepts",
                "concepts with papers by papers",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_resolver_that_wants_its_parents_is_asked_again_a_level_later()
    {
        await engine.AnswerAsync("{ papers { nodes { authors { name papers { name } } cites { name } } } }");

        engine.DataRequests.Levels.ShouldBe([["papers"], ["authors", "papers of authors", "cites"]]);
        asked.ShouldContain("authors for 3");
    }

    [Fact]
    public async Task Nothing_is_prefetched_below_a_value_whose_type_is_not_known()
    {
        await engine.AnswerAsync("{ any { name ... on Paper { concepts { name } } ... on Concept { papers { name } } } }").ShouldBeJson("""
            { "data": { "any": [
              { "name": "A", "concepts": [{ "name": "A1" }, { "name": "A2" }] },
              { "name": "x", "papers": [{ "name": "on x" }] },
              { "name": "B", "concepts": [{ "name": "B1" }, { "name": "B2" }] }
            ] } }
            """);

        engine.DataRequests.Levels.ShouldBe([["any"], ["concepts", "papers of concepts"]]);
    }

    [Fact]
    public async Task There_are_as_many_levels_as_requests_for_data_wait_for_each_other()
    {
        await engine.AnswerAsync("{ papers { edges { node { authors { name } score } } } count }");

        engine.DataRequests.Levels.ShouldBe([["papers", "count"], ["authors"]]);
    }

    [Fact]
    public async Task No_data_are_requested_where_there_are_no_parents()
    {
        await engine.AnswerAsync("{ papers { nodes { cites { authors { papers { name } } } } } }");

        engine.DataRequests.Levels.ShouldBe([["papers"], ["cites"]]);
    }

    [Fact]
    public async Task A_request_for_data_that_answers_two_fields_is_run_once()
    {
        var shared = new InMemoryRequest("both", _ => 1);
        var both = new TestEngine(
            "type Query { a: Int b: Int }",
            bindings => bindings.Data("Query.a", _ => shared).Data("Query.b", _ => shared));

        (await both.AnswerAsync("{ a b }")).ShouldBe("""{"data":{"a":1,"b":1}}""");
        both.DataRequests.Levels.ShouldBe([["both"]]);
    }

    [Fact]
    public async Task What_batch_resolvers_ask_for_goes_out_with_the_level()
    {
        var two = new TestEngine(
            "type Query { a: Int b: Int c: Int }",
            bindings => bindings
                .Batch("Query.a", context => AskFirst(context, "for a", "then a"))
                .Batch("Query.b", context => AskFirst(context, "for b"))
                .Data("Query.c", _ => new InMemoryRequest("c", _ => 0)));

        (await two.AnswerAsync("{ a b c }")).ShouldBe("""{"data":{"a":2,"b":1,"c":0}}""");
        two.DataRequests.Levels.ShouldBe([["c", "for a", "for b"], ["then a"]]);
    }

    [Fact]
    public async Task A_level_that_cannot_run_fails_what_batch_resolvers_ask_for()
    {
        var none = new TestEngine("type Query { a: Int }", bindings => bindings.Batch("Query.a", context => AskFirst(context, "for a")));
        none.DataRequests.BeforeRunning = () => throw new FieldFailure("The store is away.").ToException();

        (await none.AnswerAsync("{ a }")).ShouldContain("The store is away.");
    }

    [Fact]
    public async Task A_field_that_is_null_for_all_parents_asks_the_store_for_nothing()
    {
        var nulls = new TestEngine("type Query { a: Int }", bindings => bindings.Data("Query.a", _ => DataRequest.Nulls));

        (await nulls.AnswerAsync("{ a }")).ShouldBe("""{"data":{"a":null}}""");
        nulls.DataRequests.Levels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resolver_that_needs_the_parents_which_it_has_is_a_mistake_of_the_host()
    {
        var confused = new TestEngine("type Query { a: Int }", bindings => bindings.Data("Query.a", _ => DataRequest.NeedsParents));

        (await confused.AnswerAsync("{ a }")).ShouldContain("INTERNAL_ERROR");
        confused.Unexpected.ShouldBe(["Query.a: The resolver of Query.a says that it needs the parents which it was given."]);
    }

    /// <summary>Answers with the number of requests that it made, one after the other.</summary>
    private static async ValueTask<IReadOnlyList<object?>> AskFirst(FieldContext context, params string[] names)
    {
        foreach (var name in names)
        {
            var asked = new InMemoryRequest(name, _ => 1);
            await context.RunAsync([asked]);
            if (asked.Failure is { } failure) throw failure;
            asked.ValueFor(context.Parents[0]).ShouldBe(1);
        }
        return [names.Length];
    }

    private Func<FieldContext, DataRequest> Hand(string name, Func<object, object?> valueFor) => context =>
    {
        asked.Add(context.Prefetch is null
            ? $"{name} for {context.Parents.Count}"
            : $"{name} with {((InMemoryRequest)context.Prefetch.Source).Name}{(context.Prefetch.KeyName is { } key ? $" by {key}" : "")}");
        return new InMemoryRequest(name, valueFor);
    };

    private Func<FieldContext, DataRequest> WithParents(string name, Func<object, object?> valueFor) =>
        context => context.Prefetch is null ? Hand(name, valueFor)(context) : DataRequest.NeedsParents;

    private sealed record Connection(IReadOnlyList<Paper> Papers);

    private sealed record Edge(Paper Node, int Weight);

    private sealed record Paper(string Name);

    private sealed record Concept(string Name);

    private sealed record Author(string Name);
}
