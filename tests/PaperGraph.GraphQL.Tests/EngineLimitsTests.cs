using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

public sealed class EngineLimitsTests
{
    private const string Schema = """
        type Query { me: Query text: String slow: String }
        directive @a repeatable on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """;

    [Fact]
    public void Defaults_are_stated() => new EngineLimits().ToString().ShouldBe(
        "EngineLimits { MaxDocumentLength = 200000, MaxTokens = 20000, MaxSyntaxDepth = 200, MaxDepth = 24, MaxInputDepth = 64, "
        + "MaxInputValues = 20000, MaxFields = 5000, MaxRootFields = 500, MaxCost = 100000, MaxAliases = 1000, MaxDirectives = 10, "
        + "AllowIntrospection = True, MaxErrors = 100, MaxTime = 00:00:30, MaxCachedBytes = 33554432 }");

    [Theory]
    [InlineData("{ ...Two slow } fragment Two on Query { a: text b: text }",
        "The operation has more fields at its root than the limit MaxRootFields, which is 2. Ask for them in several requests.",
        49, "ROOT_FIELD_LIMIT")]
    [InlineData(
        "{ me { a: text b: text c: text } }", "The document has more aliases than the limit MaxAliases, which is 2.", 24, "ALIAS_LIMIT")]
    [InlineData("{ me @a @a @a { text } }", "3 directives stand here; the limit MaxDirectives is 2.", 3, "DIRECTIVE_LIMIT")]
    [InlineData(
        "{ __schema { description } __type(name: \"Query\") { name } }", "The schema is not told here: AllowIntrospection is off.", 3,
        "INTROSPECTION_NOT_ALLOWED")]
    public async Task What_passes_a_limit_is_refused_at_its_spot(string query, string message, int column, string code)
    {
        var limits = new EngineLimits { MaxRootFields = 2, MaxAliases = 2, MaxDirectives = 2, AllowIntrospection = false };

        await Engine(limits).AnswerAsync(query).ShouldBeJson($$"""
            { "errors": [{
              "message": "{{message}}",
              "locations": [{ "line": 1, "column": {{column}} }],
              "extensions": { "code": "{{code}}" }
            }] }
            """);
    }

    [Fact]
    public async Task Documents_that_are_too_long_are_not_read() =>
        (await Engine(new EngineLimits { MaxDocumentLength = 5 }).AnswerAsync("{ ??? }")).ShouldBe(
            """{"errors":[{"message":"The document is 7 characters long; the limit MaxDocumentLength is 5.","extensions":{"code":"DOCUMENT_LIMIT"}}]}""");

    [Fact]
    public Task Fields_deeper_than_the_limit_are_refused_through_fragments_too() =>
        Engine(new EngineLimits { MaxDepth = 3 }).AnswerAsync("""
            query Flat { me { me { ...Two } } }
            fragment Two on Query { text }
            query Deep { me { ...Three } }
            fragment Three on Query { me { me { text } } }
            """, operation: "Deep").ShouldBeJson("""
            { "errors": [{
              "message": "\"text\" is 4 fields deep; the limit MaxDepth is 3. Ask for it in a request of its own.",
              "locations": [{ "line": 4, "column": 37 }],
              "extensions": { "code": "DEPTH_LIMIT" }
            }] }
            """);

    [Fact]
    public async Task Fields_are_counted_wherever_a_fragment_is_spread()
    {
        var fragments = Enumerable.Range(0, 60).Select(number =>
            $"fragment F{number} on Query {{ a: me {{ ...F{number + 1} }} b: me {{ ...F{number + 1} }} }}");
        var bomb = $"{{ ...F0 }} {string.Join(" ", fragments)} fragment F60 on Query {{ text }}";

        (await Engine(new EngineLimits { MaxDepth = 100 }).AnswerAsync(bomb)).ShouldBe(
            """{"errors":[{"message":"The operation asks for more fields and deferred fragments than the limit MaxFields, which is 5000. """
            + """Ask for them in several requests.","locations":[{"line":1,"column":1}],"extensions":{"code":"FIELD_LIMIT"}}]}""");
    }

    [Theory]
    [InlineData("...F0 @defer ", "...F{0} @defer")]
    [InlineData("... @defer { ...F0 } ", "... @defer { ...F{0} }")]
    public async Task Deferred_fragments_are_counted_wherever_they_come_to_be_spread(string spread, string further)
    {
        var chain = Enumerable.Range(0, 100).Select(number =>
            $"fragment F{number} on Query {{ {further.Replace("{0}", $"{number + 1}", StringComparison.Ordinal)} }}");
        string Document(int times) =>
            $"{{ {string.Concat(Enumerable.Repeat(spread, times))} }} {string.Join(" ", chain)} fragment F100 on Query {{ text }}";
        var engine = Engine(new EngineLimits { MaxFields = 1_000 });

        (await engine.AnswerAsync(Document(10))).ShouldContain("FIELD_LIMIT");
        (await engine.AnswerAsync(Document(9))).ShouldContain("MANY_RESPONSES");
    }

    [Fact]
    public async Task Documents_of_too_many_tokens_are_refused() =>
        (await Engine(new EngineLimits { MaxTokens = 3 }).AnswerAsync("{ me { text } }"))
            .ShouldContain("\"code\":\"DOCUMENT_TOO_MANY_TOKENS\"");

    public static TheoryData<EngineLimits, string> OutOfRange { get; } = new()
    {
        { new() { MaxDocumentLength = 0 }, "The limit MaxDocumentLength is 0. Set it to 1 or more." },
        { new() { MaxTokens = -1 }, "The limit MaxTokens is -1. Set it to 1 or more." },
        { new() { MaxSyntaxDepth = 601 }, "The limit MaxSyntaxDepth is 601. Set it from 1 to 600." },
        { new() { MaxDepth = 0 }, "The limit MaxDepth is 0. Set it to 1 or more." },
        { new() { MaxInputDepth = 0 }, "The limit MaxInputDepth is 0. Set it from 1 to 600." },
        { new() { MaxInputValues = 0 }, "The limit MaxInputValues is 0. Set it to 1 or more." },
        { new() { MaxFields = 0 }, "The limit MaxFields is 0. Set it to 1 or more." },
        { new() { MaxRootFields = 0 }, "The limit MaxRootFields is 0. Set it to 1 or more." },
        { new() { MaxCost = -1 }, "The limit MaxCost is -1. Set it to 0 or more." },
        { new() { MaxAliases = -1 }, "The limit MaxAliases is -1. Set it to 0 or more." },
        { new() { MaxDirectives = -1 }, "The limit MaxDirectives is -1. Set it to 0 or more." },
        { new() { MaxErrors = 0 }, "The limit MaxErrors is 0. Set it to 1 or more." },
        { new() { MaxTime = TimeSpan.Zero }, "The limit MaxTime is 00:00:00. Set it from 00:00:00.0010000 to 1.00:00:00." },
        { new() { MaxCachedBytes = -1 }, "The limit MaxCachedBytes is -1. Set it to 0 or more." },
        {
            new() { MaxTokens = 0, MaxErrors = 0 },
            "The limit MaxTokens is 0. Set it to 1 or more. The limit MaxErrors is 0. Set it to 1 or more."
        },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_limit_out_of_its_range_makes_no_engine(EngineLimits limits, string message) =>
        Should.Throw<ArgumentException>(() => Engine(limits)).Message.ShouldBe(message);

    [Fact]
    public void Every_limit_with_a_number_has_a_range_that_is_tested() =>
        typeof(EngineLimits).GetProperties().Select(property => property.Name)
            .Where(name => name != nameof(EngineLimits.AllowIntrospection))
            .ShouldAllBe(name => OutOfRange.Any(row => ((string)row[1]).StartsWith($"The limit {name} is ")));

    [Fact]
    public async Task A_chart_of_sixty_months_and_several_lines_is_answered()
    {
        var fields = Enumerable.Range(0, 60).SelectMany(month => Enumerable.Range(0, 8).Select(line => $"m{month}_{line}: text"));

        (await Engine(new EngineLimits()).AnswerAsync($"{{ {string.Join(" ", fields)} }}")).ShouldStartWith("""{"data":{"m0_0":"text",""");
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        var engine = Engine(new EngineLimits { MaxTime = TimeSpan.FromMilliseconds(1) });

        (await engine.AnswerAsync("{ text slow }")).ShouldBe(
            """{"errors":[{"message":"The request took longer than 0.001 seconds, which is the limit MaxTime. """
            + """It was waiting for Query.slow. Ask for less at once.","locations":[{"line":1,"column":8}],"""
            + """ "extensions":{"code":"TIME_LIMIT"}}],"data":null}""".TrimStart());
    }

    [Fact]
    public async Task The_time_of_a_request_begins_with_it()
    {
        var clock = new ManualClock();
        var engine = new TestEngine(
            "type Query { work: Int wait: Int }",
            bindings => bindings
                .Value<object, int>("Query.work", _ => clock.Pass(30_000))
                .Data("Query.wait", _ => new InMemoryRequest("wait", _ => 1)),
            configure: options => options with { Time = clock });

        (await engine.AnswerAsync("{ work }")).ShouldBe("""{"data":{"work":30000}}""");
        (await engine.AnswerAsync("{ work wait }")).ShouldContain("\"code\":\"TIME_LIMIT\"");
        engine.DataRequests.Levels.ShouldBeEmpty();
    }

    private static TestEngine Engine(EngineLimits limits) => new(
        Schema,
        bindings => bindings
            .Value("Query.me", (object parent) => parent)
            .Value("Query.text", (object _) => "text")
            .Batch("Query.slow", async context =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                return [];
            }),
        limits);
}
