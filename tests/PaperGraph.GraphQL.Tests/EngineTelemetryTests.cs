using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

public sealed class EngineTelemetryTests
{
    private readonly ManualClock clock = new();
    private readonly List<SlowRequest> slow = [];
    private readonly TestEngine engine;

    public EngineTelemetryTests() => engine = new TestEngine(
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        type Query { a: Int b: Int c: Int me: Query slow: Int }
        type Subscription { two: Int queries: Query refused: Int }
        """,
        bindings => bindings
            .Data("Query.a", _ => new InMemoryRequest("a", _ => 1))
            .Data("Query.b", _ => new InMemoryRequest("b", _ => 1))
            .Batch("Query.c", _ => ValueTask.FromResult<IReadOnlyList<object?>>([1]))
            .Value("Query.me", (object parent) => parent)
            .Value("Query.slow", (object _) => clock.Pass(600))
            .Stream("Subscription.two", _ => Two())
            .Stream("Subscription.queries", _ => Two())
            .Stream("Subscription.refused", _ => throw new FieldFailure("Not for you.", "FORBIDDEN").ToException()),
        configure: options => options with { Time = clock, OnSlowRequest = slow.Add });

    [Fact]
    public async Task A_request_and_its_steps_are_activities()
    {
        using var activities = new Activities();

        await engine.AnswerAsync("query Both { a b c }");
        await engine.AnswerAsync("query Both { a b c }");

        const string Operation = "operation.type=query operation.name=Both";
        string[] execution =
        [
            "graphql.resolve processing.type=resolve field.schema_coordinate=Query.c batch.size=1",
            "graphql.data_requests batch.size=2",
            $"graphql.execute processing.type=execute {Operation}",
            $"graphql.request {Operation} operation.cost.requested=0 operation.cost.actual=0",
        ];
        activities.Described.ShouldBe(
            ["graphql.parse processing.type=parse", "graphql.validate processing.type=validate", .. execution, .. execution]);
        var request = activities.Stopped[^1];
        (request.DisplayName, request.Kind, request.Status).ShouldBe(("query", ActivityKind.Server, ActivityStatusCode.Unset));
        request.GetTagItem("graphql.document.hash").ShouldBe(
            "sha256:48062c64b72456b5f46e562a28ca2960a03949cf231dc9cd11d7b6c1230e3adf");
    }

    [Fact]
    public async Task A_request_that_is_refused_says_why()
    {
        using var activities = new Activities();
        var request = new GraphQLRequest { Query = "{ wrong }", DocumentId = "known" };
        (await engine.Engine.RespondAsync(request, engine)).Dispose();

        var activity = activities.Stopped[^1];
        (activity.DisplayName, activity.Status).ShouldBe(("GraphQL Operation", ActivityStatusCode.Error));
        activity.GetTagItem("error.type").ShouldBe("GRAPHQL_VALIDATION_FAILED");
        activity.GetTagItem("graphql.document.id").ShouldBe("known");
        activity.GetTagItem("graphql.document.hash").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_that_is_answered_in_parts_lasts_until_the_last()
    {
        using var activities = new Activities();

        await EnumerateAsync("{ b ... @defer { me { a } } }");

        activities.Described.ShouldBe(
        [
            "graphql.parse processing.type=parse",
            "graphql.validate processing.type=validate",
            "graphql.data_requests batch.size=1",
            "graphql.execute processing.type=execute operation.type=query",
            "graphql.data_requests batch.size=1",
            "graphql.request operation.type=query operation.cost.requested=2 operation.cost.actual=2",
        ]);
        activities.Stopped.Select(activity => activity.TraceId).Distinct().Count().ShouldBe(1);
        activities.Stopped[4].ParentSpanId.ShouldBe(activities.Stopped[5].SpanId);
    }

    [Fact]
    public async Task A_request_to_subscribe_ends_with_the_subscription_and_each_event_is_a_trace_of_its_own()
    {
        using var activities = new Activities();

        await EnumerateAsync("subscription { two }");

        const string Operation = "operation.type=subscription";
        activities.Described.Skip(2).ShouldBe(
        [
            $"graphql.request {Operation} operation.cost.requested=0",
            $"graphql.execute processing.type=execute {Operation}",
            $"graphql.event {Operation} operation.cost.requested=0 operation.cost.actual=0",
            $"graphql.execute processing.type=execute {Operation}",
            $"graphql.event {Operation} operation.cost.requested=0 operation.cost.actual=0",
        ]);
        var (request, first, second) = (activities.Stopped[2], activities.Stopped[4], activities.Stopped[6]);
        new[] { request.TraceId, first.TraceId, second.TraceId }.Distinct().Count().ShouldBe(3);
        first.Links.Single().Context.SpanId.ShouldBe(request.SpanId);
        activities.Stopped[3].ParentSpanId.ShouldBe(first.SpanId);
    }

    [Fact]
    public async Task A_request_with_many_responses_is_one_request_without_an_error()
    {
        using var activities = new Activities();

        using (var result = await engine.Engine.ExecuteAsync(new GraphQLRequest { Query = "{ ... @defer { c } }" }, engine))
        {
            var responses = result.ShouldBeOfType<GraphQLResponseStream>();
            await foreach (var response in responses) response.Dispose();
            Should.Throw<InvalidOperationException>(() => responses.GetAsyncEnumerator());
            Should.Throw<InvalidOperationException>(() => responses.Refuse(new GraphQLError("Too late.")));
        }

        activities.Described.Where(activity => activity.StartsWith("graphql.request", StringComparison.Ordinal))
            .ShouldBe(["graphql.request operation.type=query operation.cost.requested=0 operation.cost.actual=0"]);
        activities.Stopped.Select(activity => activity.TraceId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_request_whose_stream_is_refused_ends_with_the_error()
    {
        using var activities = new Activities();

        using (var result = await engine.Engine.ExecuteAsync(new GraphQLRequest { Query = "subscription { two }" }, engine))
        {
            activities.Described.ShouldNotContain(activity => activity.StartsWith("graphql.request", StringComparison.Ordinal));
            ((GraphQLResponseStream)result).Refuse(new GraphQLError("Not here.") { Code = "NOT_HERE" }).IsRequestError.ShouldBeTrue();
        }

        activities.Stopped[^1].GetTagItem("error.type").ShouldBe("NOT_HERE");
    }

    [Fact]
    public async Task A_request_whose_stream_nobody_takes_was_given_up()
    {
        using var activities = new Activities();

        (await engine.Engine.ExecuteAsync(new GraphQLRequest { Query = "subscription { two }" }, engine)).Dispose();

        activities.Stopped[^1].GetTagItem("error.type").ShouldBe("CANCELLED");
    }

    [Fact]
    public async Task How_long_requests_and_events_take_is_measured_by_the_code_of_their_error()
    {
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == EngineTelemetry.Name && instrument is Histogram<double>)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
        {
            seconds.ShouldBeGreaterThanOrEqualTo(0);
            var text = string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Prepend(instrument.Name));
            lock (measured) measured.Add(text);
        });
        listener.Start();

        await engine.AnswerAsync("{ a }");
        await engine.AnswerAsync("{ wrong }");
        await EnumerateAsync("{ ... @defer { c } }");
        await EnumerateAsync("subscription { two }");
        await EnumerateAsync("subscription { refused }");
        var left = engine.Engine.StreamAsync(new GraphQLRequest { Query = "{ ... @defer { a } }" }, engine)
            .GetAsyncEnumerator();
        await left.MoveNextAsync();
        await left.DisposeAsync();

        lock (measured)
        {
            measured.ShouldContain("graphql.server.request.duration graphql.operation.type=query");
            measured.ShouldContain("graphql.server.request.duration graphql.operation.type= error.type=GRAPHQL_VALIDATION_FAILED");
            measured.ShouldContain("graphql.server.request.duration graphql.operation.type=query error.type=CANCELLED");
            measured.ShouldContain("graphql.server.request.duration graphql.operation.type=subscription");
            measured.ShouldContain("graphql.server.request.duration graphql.operation.type=subscription error.type=FORBIDDEN");
            measured.ShouldContain("graphql.server.subscription.event.duration graphql.operation.type=subscription");
        }
    }

    [Fact]
    public async Task The_host_is_told_of_slow_requests_and_where_their_time_went()
    {
        engine.DataRequests.BeforeRunning = () => clock.Pass(150);
        await engine.AnswerAsync("query Quick { a }");
        await engine.AnswerAsync("query Long { me { slow a } }");

        slow.ShouldHaveSingleItem().ShouldBe(new SlowRequest
        {
            OperationType = OperationType.Query,
            OperationName = "Long",
            DocumentHash = slow[0].DocumentHash,
            RequestedCost = 2,
            ActualCost = 2,
            Duration = TimeSpan.FromMilliseconds(750),
            WaitingForData = TimeSpan.FromMilliseconds(150),
        });
        slow[0].DocumentHash!.ShouldMatch("^sha256:[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Slow_events_are_told_one_by_one()
    {
        await EnumerateAsync("subscription { queries { slow } }", afterEach: () => clock.Pass(1_000));

        slow.Select(request => (request.OperationType, request.Duration.TotalMilliseconds)).ShouldBe(
            [(OperationType.Subscription, 600), (OperationType.Subscription, 600)]);
    }

    private async Task EnumerateAsync(string query, Action? afterEach = null)
    {
        var request = new GraphQLRequest { Query = query };
        await foreach (var response in engine.Engine.StreamAsync(request, engine))
        {
            response.Dispose();
            afterEach?.Invoke();
        }
    }

    private static async IAsyncEnumerable<object?> Two()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }
}
