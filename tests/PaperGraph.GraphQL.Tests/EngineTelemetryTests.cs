using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests;

public sealed class EngineTelemetryTests
{
    private readonly TestEngine engine = new(
        "type Query { a: Int b: Int c: Int }",
        bindings => bindings
            .Read("Query.a", _ => new MemoryRead("a", _ => 1))
            .Read("Query.b", _ => new MemoryRead("b", _ => 1))
            .Batch("Query.c", _ => ValueTask.FromResult<IReadOnlyList<object?>>([1])));

    [Fact]
    public async Task A_request_and_its_steps_are_activities()
    {
        using var parent = new Activity("test").Start();
        var stopped = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId) stopped.Add(Describe(activity));
            },
        };
        ActivitySource.AddActivityListener(listener);

        await engine.AnswerAsync("query Both { a b c }");
        await engine.AnswerAsync("query Both { a b c }");

        string[] execution =
        [
            "graphql.resolve graphql.field=Query.c graphql.parents=1",
            "graphql.reads graphql.reads=2",
            "graphql.execute graphql.operation.type=query graphql.operation.name=Both",
            "graphql.request",
        ];
        stopped.ShouldBe(["graphql.parse", "graphql.validate", .. execution, .. execution]);
    }

    [Fact]
    public async Task How_long_requests_take_is_measured_by_the_code_of_their_error()
    {
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == EngineTelemetry.Name && instrument.Name == "graphql.server.request.duration")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            seconds.ShouldBeGreaterThanOrEqualTo(0);
            lock (measured) measured.Add(string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")));
        });
        listener.Start();

        await engine.AnswerAsync("{ a }");
        await engine.AnswerAsync("{ wrong }");

        lock (measured)
        {
            measured.ShouldContain("graphql.operation.type=query");
            measured.ShouldContain("graphql.operation.type= error.type=GRAPHQL_VALIDATION_FAILED");
        }
    }

    private static string Describe(Activity activity) =>
        string.Join(" ", activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Prepend(activity.OperationName));
}
