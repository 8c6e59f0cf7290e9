using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>
/// What the engine tells of itself: activities for each request and its steps, and how long requests take. Without a listener it
/// costs next to nothing.
/// </summary>
public static class EngineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "PaperGraph.GraphQL";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "From the request to its response, which is yet to be written.");

    private static readonly Histogram<int> LevelReads = Meter.CreateHistogram<int>(
        "graphql.server.level.reads", "{read}", "Reads that went out together.");

    internal static Activity? Step(string name) => Source.StartActivity(name);

    internal static Activity? Execute(OperationDefinitionNode operation)
    {
        var activity = Source.StartActivity("graphql.execute");
        activity?.SetTag("graphql.operation.type", TypeOf(operation));
        activity?.SetTag("graphql.operation.name", operation.Name?.Value);
        return activity;
    }

    internal static Activity? Batch(PlannedField field, int parents)
    {
        var activity = Source.StartActivity("graphql.resolve");
        activity?.SetTag("graphql.field", field.ToString());
        activity?.SetTag("graphql.parents", parents);
        return activity;
    }

    internal static Activity? Reads(int count)
    {
        LevelReads.Record(count);
        var activity = Source.StartActivity("graphql.reads");
        activity?.SetTag("graphql.reads", count);
        return activity;
    }

    /// <summary>
    /// A request and its response: the type of its operation where it has one, and the code of its first error. Not its name, of which
    /// clients could make any number.
    /// </summary>
    internal static void Record(TimeSpan duration, OperationDefinitionNode? operation, GraphQLResponse response)
    {
        if (!RequestDuration.Enabled) return;
        var tags = new TagList { { "graphql.operation.type", operation is null ? null : TypeOf(operation) } };
        if (response.Errors.Count > 0) tags.Add("error.type", response.Errors[0].Code ?? "OTHER");
        RequestDuration.Record(duration.TotalSeconds, tags);
    }

    private static string TypeOf(OperationDefinitionNode operation) => operation.Operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
