using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

/// <summary>
/// Work of the processor ends when the time is over or the client leaves, whatever is worked at. The clock is looked at every thousand
/// steps: here its looks are counted, and one of them finds the time over, or the client gone.
/// </summary>
public sealed class InterruptionTests
{
    private const int Many = 3_000;

    /// <summary>Looks at the clock that only measure: when a request begins, is prepared and ends.</summary>
    private const int NotOfWork = 3;

    private const string Numbers = "query ($a: [Int], $b: Int!) { take(ids: $a) other: take(ids: [$b]) }";

    private readonly LookingClock clock = new();
    private readonly TestEngine engine;

    public InterruptionTests() => engine = new TestEngine(
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        directive @cost(weight: String!) on ARGUMENT_DEFINITION
        type Query { me: Query text: String many: [Int] all: [Query] take(ids: [Int] @cost(weight: "0")): Int one: Int }
        """,
        bindings => bindings
            .Value("Query.me", (object parent) => parent)
            .Value("Query.text", (object _) => "text")
            .Value("Query.many", (object _) => Enumerable.Range(0, Many).ToArray())
            .Value("Query.all", (object parent) => Enumerable.Repeat(parent, Many).ToArray())
            .Data("Query.one", _ => new InMemoryRequest("one", _ => 1))
            .Value("Query.take", (object _) => 1),
        new EngineLimits
        {
            MaxInputValues = 10 * Many,
            MaxFields = 2 * Many,
            MaxRootFields = 2 * Many,
            MaxAliases = 2 * Many,
            MaxTokens = int.MaxValue,
            MaxCost = 10 * Many,
        },
        options => options with { Time = clock });

    /// <summary>
    /// What is worked at, the looks at the clock that it takes at least, and requests that make much of it and little of anything else:
    /// of several, the last is looked at.
    /// </summary>
    public static TheoryData<string, int, string, string[]> Works { get; } = new()
    {
        { "validation", 15, $"{{ wrong {Repeat("text")} }}", ["{}"] },
        { "comparing fields", 30, $"{{ {Repeat("me { text }")} wrong }}", ["{}"] },
        { "coercion of variables", 6, Numbers, [$$"""{ "a": [{{Numbered("{0}")}}] }"""] },
        { "coercion of defaults", 9, $"query ($a: [Int] = [{Repeat("1")}], $b: Int!) {{ take(ids: $a) other: take(ids: [$b]) }}", ["{}"] },
        { "coercion and cost of literals", 12, $"query ($b: Int) {{ take(ids: [{Repeat("1")}, $b]) }}", ["{}", """{ "b": 1 }"""] },
        { "materialization", 12, Numbers, [$$"""{ "a": [{{Numbered("{0}")}}], "b": 1 }"""] },
        { "planning", 6, $"query ($b: Boolean!) {{ {Repeat("text @skip(if: $b)")} }}", ["""{ "b": false }""", """{ "b": true }"""] },
        { "completion of leaves", 9, "{ many }", ["{}", "{}"] },
        { "completion of objects", 15, "{ all { __typename } }", ["{}", "{}"] },
        { "values of reads", 24, "{ all { one } }", ["{}", "{}"] },
        { "deferred fields", 9, "{ ... @defer { many } }", ["{}", "{}"] },
        { "streamed items", 18, "{ all @stream(initialCount: 1) { text } }", ["{}", "{}"] },
    };

    [Theory]
    [MemberData(nameof(Works))]
    public async Task Work_ends_when_the_time_is_over(string work, int least, string query, string[] variables)
    {
        var looks = await LooksAsync(query, variables);
        looks.ShouldBeGreaterThanOrEqualTo(least, work);
        var ended = 0;
        for (var look = 1; look <= looks; look++)
        {
            var answer = await AnswerAsync(query, variables, at => at >= look);
            if (answer.Contains("TIME_LIMIT", StringComparison.Ordinal) || answer == "ended") ended++;
            answer.ShouldNotContain("INTERNAL_ERROR", customMessage: $"{work} at {look}");
        }
        engine.Unexpected.ShouldBeEmpty();
        ended.ShouldBeGreaterThanOrEqualTo(least - NotOfWork, work);
    }

    [Theory]
    [MemberData(nameof(Works))]
    public async Task Work_ends_when_the_client_leaves(string work, int least, string query, string[] variables)
    {
        var looks = await LooksAsync(query, variables);
        var ended = 0;
        for (var look = 1; look <= looks; look++)
        {
            using var client = new CancellationTokenSource();
            var answer = await AnswerAsync(query, variables, at =>
            {
                if (at == look) client.Cancel();
                return false;
            }, client.Token);
            if (answer == "ended") ended++;
            answer.ShouldNotContain("INTERNAL_ERROR", customMessage: $"{work} at {look}");
        }
        engine.Unexpected.ShouldBeEmpty();
        ended.ShouldBeGreaterThanOrEqualTo(least - NotOfWork, work);
    }

    private async Task<int> LooksAsync(string query, string[] variables)
    {
        await AnswerAsync(query, variables, _ => false);
        return clock.Looks;
    }

    /// <summary>The last answer to the requests; "ended" where work was ended by an exception.</summary>
    private async Task<string> AnswerAsync(string query, string[] variables, Func<int, bool> isOver, CancellationToken client = default)
    {
        // A document of its own each time, so that nothing is known of it but by the requests before the last.
        query = $"# {Guid.NewGuid()}\n{query}";
        var answers = "";
        for (var i = 0; i < variables.Length; i++)
        {
            var isLast = i == variables.Length - 1;
            clock.Begin(isLast ? isOver : _ => false);
            using var json = JsonDocument.Parse(variables[i]);
            var request = new GraphQLRequest { Query = query, Variables = json.RootElement };
            answers = "";
            try
            {
                await foreach (var response in engine.Engine.StreamAsync(request, engine, isLast ? client : default))
                {
                    using (response) answers += TestEngine.GetText(response);
                }
            }
            catch (OperationCanceledException)
            {
                answers = "ended";
            }
        }
        return answers;
    }

    private static string Repeat(string text) => string.Join(' ', Enumerable.Repeat(text, Many));

    private static string Numbered(string format) =>
        string.Join(format.Contains(':', StringComparison.Ordinal) ? " " : ", ",
            Enumerable.Range(0, Many).Select(number => string.Format(null, format, number)));

    /// <summary>A clock that stands still until a look at it finds the time over.</summary>
    private sealed class LookingClock : TimeProvider
    {
        private Func<int, bool> isOver = _ => false;

        public int Looks { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => isOver(++Looks) ? 1_000 : 0;

        public void Begin(Func<int, bool> whether)
        {
            Looks = 0;
            isOver = whether;
        }
    }
}
