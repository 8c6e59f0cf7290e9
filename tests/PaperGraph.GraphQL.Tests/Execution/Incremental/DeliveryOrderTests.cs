using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Incremental;

/// <summary>What comes when, where some fields take longer than others: <c>slow</c> until the test says so.</summary>
public sealed class DeliveryOrderTests
{
    private const string Schema = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { me: Query list: [Query!] slow: Int fast: Int read: Int other: Int bad: Int! }
        """;

    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int slowCalls;
    private int fastCalls;

    [Fact]
    public async Task A_slow_fragment_does_not_hold_back_a_fast_one()
    {
        await using var answers = Ask("""{ me { ... @defer(label: "slow") { slow } ... @defer(label: "fast") { fast } } }""");

        await answers.Expect("""
            { "data": { "me": {} },
              "pending": [{ "id": "0", "path": ["me"], "label": "slow" }, { "id": "1", "path": ["me"], "label": "fast" }], "hasNext": true }
            """);
        await answers.Expect("""{ "incremental": [{ "id": "1", "data": { "fast": 1 } }], "completed": [{ "id": "1" }], "hasNext": true }""");
        released.SetResult();
        await answers.Expect("""{ "incremental": [{ "id": "0", "data": { "slow": 1 } }], "completed": [{ "id": "0" }], "hasNext": false }""");
        await answers.ExpectEnd();
    }

    [Fact]
    public async Task A_slow_stream_does_not_hold_back_another_nor_what_is_deferred_in_that()
    {
        await using var answers = Ask("{ me { slow: list @stream { slow } fast: list @stream { fast ... @defer { read } } } }");

        await answers.Expect("""
            { "data": { "me": { "slow": [], "fast": [] } },
              "pending": [{ "id": "0", "path": ["me", "slow"] }, { "id": "1", "path": ["me", "fast"] }], "hasNext": true }
            """);
        await answers.Expect("""
            { "pending": [{ "id": "2", "path": ["me", "fast", 0] }, { "id": "3", "path": ["me", "fast", 1] }],
              "incremental": [{ "id": "1", "items": [{ "fast": 1 }, { "fast": 1 }] }], "completed": [{ "id": "1" }], "hasNext": true }
            """);
        await answers.Expect("""
            { "incremental": [{ "id": "2", "data": { "read": 1 } }, { "id": "3", "data": { "read": 1 } }],
              "completed": [{ "id": "2" }, { "id": "3" }], "hasNext": true }
            """);
        released.SetResult();
        await answers.Expect("""
            { "incremental": [{ "id": "0", "items": [{ "slow": 1 }, { "slow": 1 }] }], "completed": [{ "id": "0" }], "hasNext": false }
            """);
        (slowCalls, fastCalls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Fields_that_fragments_share_are_resolved_once_and_come_with_the_first_that_is_complete()
    {
        await using var answers = Ask("""{ me { ... @defer(label: "a") { fast slow } ... @defer(label: "b") { fast } } }""");

        await answers.Skip();
        await answers.Expect("""{ "incremental": [{ "id": "1", "data": { "fast": 1 } }], "completed": [{ "id": "1" }], "hasNext": true }""");
        released.SetResult();
        await answers.Expect("""{ "incremental": [{ "id": "0", "data": { "slow": 1 } }], "completed": [{ "id": "0" }], "hasNext": false }""");
        (slowCalls, fastCalls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_fragment_inside_a_slow_one_is_not_told_before_it()
    {
        await using var answers = Ask("""{ me { ... @defer(label: "outer") { slow ... @defer(label: "inner") { fast } } } }""");

        await answers.Skip();
        released.SetResult();
        await answers.Expect("""
            { "pending": [{ "id": "1", "path": ["me"], "label": "inner" }],
              "incremental": [{ "id": "0", "data": { "slow": 1 } }, { "id": "1", "data": { "fast": 1 } }],
              "completed": [{ "id": "0" }, { "id": "1" }], "hasNext": false }
            """);
    }

    [Fact]
    public async Task A_fragment_that_fails_is_told_at_once_and_what_it_shares_comes_with_another()
    {
        await using var answers = Ask("""{ me { ... @defer(label: "a") { bad slow } ... @defer(label: "b") { slow } } }""");

        await answers.Skip();
        await answers.Expect("""
            { "completed": [{ "id": "0", "errors": [{
                "message": "Query.bad must not be null, but there is no value.", "locations": [{ "line": 1, "column": 33 }],
                "path": ["me", "bad"], "extensions": { "code": "UNEXPECTED_NULL" } }] }], "hasNext": true }
            """);
        released.SetResult();
        await answers.Expect("""{ "incremental": [{ "id": "1", "data": { "slow": 1 } }], "completed": [{ "id": "1" }], "hasNext": false }""");
    }

    [Fact]
    public async Task Fields_of_one_fragment_are_read_together_wherever_they_stand()
    {
        var engine = MakeEngine();
        await using var answers = Ask("{ me { fast } ... @defer { read me { other } } }", engine);

        await answers.Skip();
        await answers.Skip();
        await answers.ExpectEnd();
        engine.DataRequests.Levels.ShouldBe([["read", "other"]]);
    }

    [Fact]
    public async Task Who_goes_away_ends_what_is_still_running()
    {
        await using (var answers = Ask("""{ me { ... @defer { slow } ... @defer { fast } } }"""))
        {
            await answers.Skip();
            await answers.Skip();
        }

        cancelled.Task.IsCompletedSuccessfully.ShouldBeTrue("the end of the resolver was waited for");
    }

    [Fact]
    public async Task What_nobody_waits_for_is_ended_with_the_last_response()
    {
        await using var answers = Ask("""{ me { ... @defer { bad ... @defer { slow } } } }""");

        await answers.Skip();
        await answers.Expect("""
            { "completed": [{ "id": "0", "errors": [{
                "message": "Query.bad must not be null, but there is no value.", "locations": [{ "line": 1, "column": 21 }],
                "path": ["me", "bad"], "extensions": { "code": "UNEXPECTED_NULL" } }] }], "hasNext": false }
            """);
        await answers.ExpectEnd();
        cancelled.Task.IsCompletedSuccessfully.ShouldBeTrue("the end of the resolver was waited for");
    }

    [Fact]
    public async Task What_takes_too_long_fails_alone()
    {
        var engine = MakeEngine(new EngineLimits { MaxTime = TimeSpan.FromMilliseconds(1) });
        await using var answers = Ask("{ me { ... @defer { slow } } }", engine);

        await answers.Skip();
        await answers.Expect("""
            { "completed": [{ "id": "0", "errors": [{
                "message": "The request took longer than 0.001 seconds, which is the limit MaxTime. It was waiting for Query.slow. Ask for less at once.",
                "locations": [{ "line": 1, "column": 21 }],
                "extensions": { "code": "TIME_LIMIT" } }] }], "hasNext": false }
            """);
    }

    [Fact]
    public async Task More_fragments_than_run_at_once_are_all_delivered()
    {
        var fragments = string.Concat(Enumerable.Range(0, 40).Select(number => $"... @defer(label: \"{number}\") {{ a{number}: slow }} "));
        await using var answers = Ask($"{{ me {{ {fragments} }} }}");

        await answers.Skip();
        slowCalls.ShouldBe(0);
        released.SetResult();
        while (await answers.Skip())
        {
        }

        slowCalls.ShouldBe(40);
    }

    private TestEngine MakeEngine(EngineLimits? limits = null) => new(
        Schema,
        bindings => bindings
            .Value("Query.me", (object parent) => parent)
            .Value("Query.list", (object parent) => new[] { parent, parent })
            .Batch("Query.slow", SlowAsync)
            .Batch("Query.fast", context =>
            {
                fastCalls++;
                return ValueTask.FromResult<IReadOnlyList<object?>>([.. context.Parents.Select(_ => 1)]);
            })
            .Data("Query.read", _ => new InMemoryRequest("read", _ => 1))
            .Data("Query.other", _ => new InMemoryRequest("other", _ => 1))
            .Value("Query.bad", (object _) => (int?)null),
        limits);

    private async ValueTask<IReadOnlyList<object?>> SlowAsync(FieldContext context)
    {
        slowCalls++;
        try
        {
            await released.Task.WaitAsync(context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            cancelled.TrySetResult();
            throw;
        }
        return [.. context.Parents.Select(_ => 1)];
    }

    private AnswerStream Ask(string query, TestEngine? engine = null)
    {
        engine ??= MakeEngine();
        return new AnswerStream(engine.Engine.StreamAsync(new GraphQLRequest { Query = query }, engine).GetAsyncEnumerator());
    }

    private sealed class AnswerStream(IAsyncEnumerator<GraphQLResponse> responses) : IAsyncDisposable
    {
        public async Task Expect(string json)
        {
            (await responses.MoveNextAsync()).ShouldBeTrue();
            Json.Lay(TestEngine.GetText(responses.Current)).ShouldBe(Json.Lay(json));
        }

        public async Task<bool> Skip() => await responses.MoveNextAsync();

        public async Task ExpectEnd() => (await responses.MoveNextAsync()).ShouldBeFalse();

        public ValueTask DisposeAsync() => responses.DisposeAsync();
    }
}
