using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

public sealed class EngineLimitsTests
{
    private const string Schema = "type Query { me: Query text: String slow: String }";

    [Fact]
    public void Defaults_are_stated() => new EngineLimits().ToString().ShouldBe(
        "EngineLimits { MaxTokens = 20000, MaxSyntaxDepth = 200, MaxDepth = 24, MaxInputDepth = 64, MaxFields = 5000, MaxErrors = 100, "
        + "MaxTime = 00:00:30, CachedDocuments = 512 }");

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
            """{"errors":[{"message":"The operation asks for more fields than the limit MaxFields, which is 5000. """
            + """Ask for them in several requests.","locations":[{"line":1,"column":1}],"extensions":{"code":"FIELD_LIMIT"}}]}""");
    }

    [Fact]
    public async Task Fragments_chained_by_the_thousand_are_no_danger()
    {
        const int Links = 2_000;
        var fragments = Enumerable.Range(0, Links).Select(number => $"fragment F{number} on Query {{ ...F{number + 1} }}");
        var chain = $"{{ ...F0 }} {string.Join(" ", fragments)} fragment F{Links} on Query {{ text }}";

        (await Engine(new EngineLimits()).AnswerAsync(chain)).ShouldBe("""{"data":{"text":"text"}}""");
    }

    [Fact]
    public async Task Selections_nested_by_the_thousand_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{ me ", 50_000)) + "{ text }" + new string('}', 50_000);

        (await Engine(new EngineLimits { MaxTokens = 1_000_000 }).AnswerAsync(deep)).ShouldContain("\"code\":\"DOCUMENT_TOO_DEEP\"");
    }

    [Fact]
    public async Task Documents_of_too_many_tokens_are_refused() =>
        (await Engine(new EngineLimits { MaxTokens = 3 }).AnswerAsync("{ me { text } }")).ShouldContain("\"code\":\"DOCUMENT_TOO_MANY_TOKENS\"");

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        var engine = Engine(new EngineLimits { MaxTime = TimeSpan.FromMilliseconds(1) });

        (await engine.AnswerAsync("{ text slow }")).ShouldBe(
            """{"errors":[{"message":"The request took longer than 0.001 seconds, which is the limit MaxTime. Ask for less at once.","""
            + """ "extensions":{"code":"TIME_LIMIT"}}],"data":null}""".TrimStart());
    }

    private static TestEngine Engine(EngineLimits limits) => new(
        Schema,
        bindings => bindings
            .Value("Query.me", (object parent) => parent)
            .Value("Query.text", (object _) => "text")
            .Batch("Query.slow", async context =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.Cancellation);
                return [];
            }),
        limits);
}
