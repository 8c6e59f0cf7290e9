using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Cost;

public sealed class CostAnalysisTests
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean! = true
        ) on FIELD_DEFINITION
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT

        """;

    private const string Schema = Directives + """
        type Query {
          me: Query
          text: String
          slow: String @cost(weight: "2.5")
          flag: Flag
          heavy: Heavy
          few: [Query!]
          some: [Query!] @listSize(assumedSize: 5)
          flags: [Flag!] @listSize(assumedSize: 10)
          page(first: Int, last: Int): Page
            @listSize(
              assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false
            )
          cut(first: Int, last: Int): [Query!] @listSize(slicingArguments: ["first", "last"])
          these(ids: [ID!], more: [ID!] = ["a", "b"]): [Query!] @listSize(slicingArguments: ["ids"])
          those(ids: [ID!]! = ["a", "b"]): [Query!] @listSize(slicingArguments: ["ids"])
          short(first: Int = 3): [Query!] @listSize(slicingArguments: ["first"])
          any: Any
          node: Node
          find(where: Where, by: Int @cost(weight: "4")): String
          list(of: [Where!] = [{ text: "a" }, { text: "b" }] @cost(weight: "3"), grid: [[Int]] @cost(weight: "0.5")): String
        }
        type Page { nodes: [Query!] edges: [Edge!] count: Int }
        type Edge { node: Query }
        type Heavy implements Node @cost(weight: "7") { text: String node: Node }
        type Light implements Node { text: String some: [Query!] @listSize(assumedSize: 50) node: Node }
        interface Node { node: Node }
        union Any = Heavy | Light
        enum Flag @cost(weight: "0.5") { UP }
        input Where { text: String @cost(weight: "10") all: [Where!] any: [Where!] @cost(weight: "2") words: [String] @cost(weight: "1") }
        """;

    private const string Unanswered =
        "Query.slow Query.flag Query.heavy Query.few Query.some Query.flags Query.page Query.cut Query.these Query.those Query.short "
        + "Query.any Query.node Query.find Query.list "
        + "Page.nodes Page.edges Page.count Edge.node Heavy.text Heavy.node Light.text Light.some Light.node";

    [Theory]
    [InlineData("{ __typename text }", "0")]
    [InlineData("{ me { text } }", "2")]
    [InlineData("{ me { me { text } } again: me { text } me { text } }", "6")]
    [InlineData("{ slow }", "2.5")]
    [InlineData("{ flag heavy { text } }", "8.5")]
    [InlineData("{ few { slow } }", "4.5")]
    [InlineData("{ some { slow } }", "18.5")]
    [InlineData("{ flags }", "5")]
    [InlineData("{ page { count } }", "2")]
    [InlineData("{ page { nodes { text } } }", "23")]
    [InlineData("{ page(first: 3) { nodes { text } } }", "6")]
    [InlineData("{ page(last: 3) { edges { node { text } } nodes { text } } }", "16")]
    [InlineData("{ page(first: 3, last: 4) { nodes { text } } }", "7")]
    [InlineData("{ page(first: -3) { nodes { text } } }", "3")]
    [InlineData("{ page(first: 10) { nodes { page(first: 10) { nodes { text } } } } }", "143")]
    [InlineData("{ short { text } cut(first: 2) { text } }", "7")]
    [InlineData("{ these(ids: [\"a\", \"b\", \"c\"]) { text } }", "4")]
    [InlineData("{ these(ids: \"a\") { text } }", "2")]
    [InlineData("{ these(ids: []) { text } }", "1")]
    [InlineData("{ those { text } }", "3")]
    [InlineData("{ any { ... on Heavy { text } } }", "8")]
    [InlineData("{ any { ... on Heavy { text } ... on Light { some { text } } } }", "53")]
    [InlineData("{ ...F me { ...F } } fragment F on Query { slow }", "7")]
    [InlineData("{ me @skip(if: true) { slow } slow @include(if: false) heavy @include(if: true) { text } }", "8")]
    [InlineData("{ find }", "0")]
    [InlineData("{ find(by: 1) }", "4")]
    [InlineData("{ find(by: null) }", "0")]
    [InlineData("{ find(where: { text: \"a\", all: [{ text: \"b\" }, { all: { text: \"c\" } }] }) }", "30")]
    [InlineData("{ find(where: { words: [\"a\", \"b\", null] }) }", "3")]
    [InlineData("{ find(where: { words: \"a\" }) }", "1")]
    [InlineData("{ find(where: { words: [] }) }", "0")]
    [InlineData("{ find(where: { any: [{}, {}, { any: { words: [\"a\", \"b\"] } }] }) }", "10")]
    [InlineData("{ list }", "26")]
    [InlineData("{ list(of: []) }", "0")]
    [InlineData("{ list(of: null, grid: [[1, 2], null, [], [3]]) }", "2")]
    [InlineData("{ ...F ...F me { ...F } } fragment F on Query { find(where: { any: [{}, {}] }) }", "10")]
    public async Task A_query_has_a_cost(string query, string cost) => (await CostOf(query, null)).ShouldBe(cost);

    [Theory]
    [InlineData("query($n: Int) { page(first: $n) { nodes { text } } }", "{}", "23")]
    [InlineData("query($n: Int) { page(first: $n) { nodes { text } } }", """{ "n": null }""", "23")]
    [InlineData("query($n: Int) { page(first: $n) { nodes { text } } }", """{ "n": 100 }""", "103")]
    [InlineData("query($n: Int = 7) { page(first: $n) { nodes { text } } }", "{}", "10")]
    [InlineData("query($n: Int) { short(first: $n) { text } }", "{}", "4")]
    [InlineData("query($ids: [ID!]) { these(ids: $ids) { text } }", """{ "ids": ["a", "b"] }""", "3")]
    [InlineData("query($ids: [ID!]) { these(ids: $ids) { text } }", """{ "ids": "a" }""", "2")]
    [InlineData("query($ids: [ID!] = [1, 2, 3]) { those(ids: $ids) { text } }", "{}", "4")]
    [InlineData("query($on: Boolean!) { slow @include(if: $on) }", """{ "on": true }""", "2.5")]
    [InlineData("query($on: Boolean!) { slow @include(if: $on) }", """{ "on": false }""", "0")]
    [InlineData("query($w: Where) { find(where: $w) }", """{ "w": { "text": "a", "all": [{ "text": "b" }] } }""", "20")]
    [InlineData("query($t: String) { find(where: { text: $t }) }", """{ "t": "a" }""", "10")]
    [InlineData("query($t: String) { find(where: { text: $t }) }", """{ "t": null }""", "0")]
    [InlineData("query($w: [Where!]) { find(where: { any: $w }) }", """{ "w": [{}, { "any": { "words": ["a", null] } }] }""", "8")]
    [InlineData("query($w: Where!) { find(where: { any: [$w, $w, { all: [$w] }] }) }", """{ "w": { "text": "a", "words": ["b"] } }""",
        "39")]
    [InlineData("query($t: [String]) { find(where: { words: $t }) }", """{ "t": ["a", "b", "c"] }""", "3")]
    [InlineData("query($t: [String]) { find(where: { words: $t }) }", """{ "t": "a" }""", "1")]
    [InlineData("query($t: String) { find(where: { words: [$t, $t, \"b\"] }) }", """{ "t": "a" }""", "3")]
    [InlineData("query($t: String) { find(where: { words: [$t, $t, \"b\"] }) }", """{ "t": null }""", "3")]
    [InlineData("query($w: [Where!]) { list(of: $w) }", "{}", "26")]
    [InlineData("query($w: [Where!]) { list(of: $w) }", """{ "w": null }""", "0")]
    [InlineData("query($w: [Where!]) { list(of: $w) }", """{ "w": { "words": ["a"] } }""", "4")]
    public async Task Variables_change_the_cost(string query, string variables, string cost) =>
        (await CostOf(query, variables)).ShouldBe(cost);

    [Fact]
    public async Task What_is_kept_of_costs_is_that_of_the_same_variables()
    {
        const string Query = """
            query($n: Int, $m: Int, $t: String, $ids: [ID!]) {
              page(first: $n) { nodes { text } }
              short(first: $m) { text }
              find(where: { text: $t })
              those(ids: $ids) { text }
            }
            """;
        var variables =
            from n in new[] { "", "\"n\": null, ", "\"n\": 5, ", "\"n\": 6, " }
            from m in new[] { "", "\"m\": 5, " }
            from t in new[] { "", "\"t\": null, ", "\"t\": \"a\", " }
            from ids in new[] { "", "\"ids\": [1], ", "\"ids\": [1, 2], " }
            select $"{{ {n}{m}{t}{ids}".TrimEnd(' ', ',') + " }";
        var engine = Engine(new EngineLimits { MaxCost = 0 });

        foreach (var given in variables.Concat(variables))
        {
            var cost = $"\"requested\":{await CostOf(Query, given)}";
            (await AnswerAsync(engine, Query, given, """{ "cost": "report" }""")).ShouldContain(cost, customMessage: given);
            (await AnswerAsync(engine, Query, given, "{}")).ShouldNotContain("cost", customMessage: given);
        }
    }

    [Fact]
    public async Task Costs_stop_growing_before_they_overflow()
    {
        var query = string.Concat(Enumerable.Repeat("{ page(first: 2147483647) { nodes ", 11)) + "{ text }" + new string('}', 22);

        (await CostOf(query, null)).ShouldBe("1000000000000000");
    }

    [Fact]
    public async Task Abstract_types_inside_one_another_are_looked_at_once()
    {
        var query = string.Concat(Enumerable.Repeat("{ node ", 23)) + "{ __typename }" + new string('}', 23);

        (await CostOf(query, null)).ShouldBe("184");
    }

    [Fact]
    public async Task More_planned_fields_than_are_looked_at_cost_the_most()
    {
        var leaves = string.Join(" ", Enumerable.Range(0, 5_001).Select(number => $"a{number}: __typename"));
        var limits = new EngineLimits { MaxCost = 0, MaxFields = 10_000, MaxAliases = 10_000 };

        (await CostOf($"{{ heavy {{ {leaves} }} }}", null, limits)).ShouldBe("8");
        (await CostOf($"{{ any {{ {leaves} }} }}", null, limits)).ShouldBe("1000000000000000");
    }

    [Fact]
    public Task What_costs_more_than_the_limit_is_refused_at_its_most_expensive_spot() =>
        Engine(new EngineLimits { MaxCost = 100 })
            .AnswerAsync("query($n: Int) { me { text } page(first: $n) { nodes { page(first: 9) { nodes { text } } } } }",
                """{ "n": 10 }""")
            .ShouldBeJson("""
                { "errors": [{
                  "message": "The request costs 135; the limit MaxCost is 100. The most expensive field is Page.nodes, with 100 of it. Ask for fewer items, or in several requests.",
                  "locations": [{ "line": 1, "column": 73 }],
                  "extensions": { "code": "COST_LIMIT" }
                }] }
                """);

    [Fact]
    public async Task A_cost_at_the_limit_is_answered() =>
        (await Engine(new EngineLimits { MaxCost = 2 }).AnswerAsync("{ me { text } }")).ShouldBe("""{"data":{"me":{"text":"text"}}}""");

    [Fact]
    public async Task Without_a_limit_everything_is_answered() =>
        (await Engine(new EngineLimits { MaxCost = 0 }).AnswerAsync("{ cut(first: 2147483647) { text } }"))
            .ShouldBe("""{"data":{"cut":null}}""");

    [Theory]
    [InlineData("{ cut { text } }", 0)]
    [InlineData("{ cut(first: null) { text } }", 0)]
    [InlineData("{ cut(first: 1, last: 1) { text } }", 2)]
    public Task A_size_that_the_schema_wants_to_be_told_is_asked_for(string query, int given) =>
        Engine(new EngineLimits()).AnswerAsync(query).ShouldBeJson($$"""
            { "errors": [{
              "message": "Query.cut needs exactly one of the arguments \"first\", \"last\", which say how much is asked for; {{given}} are given.",
              "locations": [{ "line": 1, "column": 3 }],
              "extensions": { "code": "BAD_USER_INPUT" }
            }] }
            """);

    [Theory]
    [InlineData("""{ "cost": "report" }""", 50,
        """{"data":{"me":{"text":"text"}},"extensions":{"cost":{"requested":2,"actual":2,"limit":50}}}""")]
    [InlineData("""{ "cost": "report" }""", 0, """{"data":{"me":{"text":"text"}},"extensions":{"cost":{"requested":2,"actual":2}}}""")]
    [InlineData("""{ "cost": "validate" }""", 50, """{"extensions":{"cost":{"requested":2,"limit":50}}}""")]
    [InlineData("""{ "cost": "else" }""", 50, """{"data":{"me":{"text":"text"}}}""")]
    [InlineData("""{ "cost": true }""", 50, """{"data":{"me":{"text":"text"}}}""")]
    [InlineData("{}", 50, """{"data":{"me":{"text":"text"}}}""")]
    public async Task A_request_is_told_its_cost_when_it_asks(string extensions, long limit, string answer) =>
        (await AnswerAsync(Engine(new EngineLimits { MaxCost = limit }), "{ me { text } }", null, extensions)).ShouldBe(answer);

    [Fact]
    public async Task A_request_that_is_refused_is_told_its_cost_when_it_asks() =>
        (await AnswerAsync(Engine(new EngineLimits { MaxCost = 1 }), "{ me { text } }", null, """{ "cost": "report" }"""))
            .ShouldEndWith(""","extensions":{"code":"COST_LIMIT"}}],"extensions":{"cost":{"requested":2,"limit":1}}}""");

    [Theory]
    [InlineData(CostReporting.Report)]
    [InlineData(CostReporting.Validate)]
    public async Task What_a_request_would_cost_is_told_for_whatever_takes_many_responses(CostReporting reporting)
    {
        var engine = Engine(new EngineLimits());
        var request = new GraphQLRequest { Query = "{ ... @defer { me { text } } }", Cost = reporting };

        using var result = await engine.Engine.ExecuteAsync(request, engine, CancellationToken.None);

        if (reporting == CostReporting.Report) result.ShouldBeOfType<GraphQLResponseStream>();
        else TestEngine.GetText((GraphQLResponse)result).ShouldBe("{\"extensions\":{\"cost\":{\"requested\":2,\"limit\":100000}}}");
    }

    [Fact]
    public async Task What_is_deferred_costs_the_same_and_the_last_response_tells_what_all_of_it_did()
    {
        var engine = Engine(new EngineLimits { MaxCost = 50 });
        var request = new GraphQLRequest
        {
            Query = "{ text ... @defer { me { text } } }",
            Cost = CostReporting.Report,
        };

        var responses = new List<string>();
        await foreach (var response in engine.Engine.StreamAsync(request, engine))
        {
            responses.Add(TestEngine.GetText(response));
            response.Dispose();
        }

        responses[0].ShouldBe(
            """{"data":{"text":"text"},"pending":[{"id":"0","path":[]}],"extensions":{"cost":{"requested":2,"limit":50}},"hasNext":true}""");
        responses[^1].ShouldEndWith(""","extensions":{"cost":{"requested":2,"actual":2,"limit":50}},"hasNext":false}""");
    }

    [Fact]
    public void Directives_that_do_not_fit_the_schema_are_refused()
    {
        var schema = Directives + """
            type Query {
              a: Int @cost(weight: "-1")
              b: Int @cost(weight: "much")
              c: Query @listSize(assumedSize: -1)
              g: [Query] @listSize(assumedSize: 99999999999)
              d: [Int] @listSize(slicingArguments: ["first"])
              e(first: String): [Int] @listSize(slicingArguments: ["first"])
              f: Query @listSize(sizedFields: ["a", "nodes"])
            }
            """;

        Should.Throw<SchemaException>(() => new TestEngine(schema, bindings => Bind(bindings, "abcdefg"))).Problems.ShouldBe(
        [
            "Query.a: the weight of @cost is \"-1\"; it is a number that is not negative, such as \"2.5\".",
            "Query.b: the weight of @cost is \"much\"; it is a number that is not negative, such as \"2.5\".",
            "Query.c: the assumedSize of @listSize is negative or too large.",
            "Query.c: @listSize stands on a field that is no list, and names no sizedFields.",
            "Query.g: the assumedSize of @listSize is negative or too large.",
            "Query.d: @listSize names the slicing argument \"first\", but the field has no such argument that is an Int or a list.",
            "Query.e: @listSize names the slicing argument \"first\", but the field has no such argument that is an Int or a list.",
            "Query.f: @listSize names the sized field \"a\", but Query has no such list.",
            "Query.f: @listSize names the sized field \"nodes\", but Query has no such list.",
        ]);

        static void Bind(FieldBindings bindings, string names)
        {
            foreach (var name in names) bindings.Value($"Query.{name}", (object _) => (object?)null);
        }
    }

    private static async Task<string> CostOf(string query, string? variables, EngineLimits? limits = null)
    {
        var answer = await AnswerAsync(Engine(limits ?? new EngineLimits { MaxCost = 0 }), query, variables, """{ "cost": "report" }""");
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("extensions", out var extensions)
            ? extensions.GetProperty("cost").GetProperty("requested").GetRawText()
            : answer;
    }

    private static async Task<string> AnswerAsync(TestEngine engine, string query, string? variables, string extensions)
    {
        using var json = JsonDocument.Parse($$"""{ "variables": {{variables ?? "{}"}}, "extensions": {{extensions}} }""");
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = json.RootElement.GetProperty("variables"),
            Extensions = json.RootElement.GetProperty("extensions"),
        };
        using var response = await engine.Engine.RespondAsync(request, engine, CancellationToken.None);
        return TestEngine.GetText(response);
    }

    private static TestEngine Engine(EngineLimits limits) => new(
        Schema,
        bindings =>
        {
            bindings.Value("Query.me", (object parent) => parent).Value("Query.text", (object _) => "text");
            foreach (var field in Unanswered.Split(' ')) bindings.Value(field, (object _) => (object?)null);
            bindings.Abstract("Any", _ => "Heavy").Abstract("Node", _ => "Heavy");
        },
        limits);
}
