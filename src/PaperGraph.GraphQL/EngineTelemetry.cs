using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>
/// What the engine tells of itself: activities for each request and its steps, and how long requests take. Names are those of
/// OpenTelemetry's conventions for GraphQL where these have one. Without a listener it costs next to nothing.
/// </summary>
public static class EngineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "PaperGraph.GraphQL";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "From the request to its last response, or to its subscription.");

    private static readonly Histogram<double> EventDuration = Meter.CreateHistogram<double>(
        "graphql.server.subscription.event.duration", "s", "From an event of a subscription to its response.");

    private static readonly Histogram<int> LevelDataRequests = Meter.CreateHistogram<int>(
        "graphql.server.level.data_requests", "{request}", "Data requests that were run together.");

    internal static Activity? Request()
    {
        var activity = Source.StartActivity("graphql.request", ActivityKind.Server);
        if (activity is not null) activity.DisplayName = "GraphQL Operation";
        return activity;
    }

    /// <summary>
    /// Starts the activity of an event. It is a trace of its own, since a subscription may last for days, with a link to the request.
    /// </summary>
    internal static Activity? Event(Activity? subscription)
    {
        if (!Source.HasListeners()) return null;
        var around = Activity.Current;
        Activity.Current = null;
        var links = subscription is null ? null : new[] { new ActivityLink(subscription.Context) };
        var activity = Source.StartActivity(ActivityKind.Server, links: links, name: "graphql.event");
        if (activity is null) Activity.Current = around;
        return activity;
    }

    internal static Activity? Parse() => Step("graphql.parse", "parse");

    internal static Activity? Validate() => Step("graphql.validate", "validate");

    internal static Activity? Execute(OperationDefinitionNode operation)
    {
        var activity = Step("graphql.execute", "execute");
        if (activity is not null) Describe(activity, operation);
        return activity;
    }

    internal static Activity? Batch(PlannedField field, int parents)
    {
        var activity = Step("graphql.resolve", "resolve");
        activity?.SetTag("graphql.field.schema_coordinate", field.ToString());
        activity?.SetTag("graphql.batch.size", parents);
        return activity;
    }

    internal static Activity? DataRequests(int count)
    {
        LevelDataRequests.Record(count);
        var activity = Source.StartActivity("graphql.data_requests");
        activity?.SetTag("graphql.batch.size", count);
        return activity;
    }

    internal static void Describe(Activity activity, OperationDefinitionNode operation)
    {
        activity.SetTag("graphql.operation.type", GetName(operation.Operation));
        activity.SetTag("graphql.operation.name", operation.Name?.Value);
    }

    internal static void Record(TimeSpan duration, bool isEvent, OperationType? operation, string? error)
    {
        var instrument = isEvent ? EventDuration : RequestDuration;
        if (!instrument.Enabled) return;
        var tags = new TagList { { "graphql.operation.type", operation is { } type ? GetName(type) : null } };
        if (error is not null) tags.Add("error.type", error);
        instrument.Record(duration.TotalSeconds, tags);
    }

    internal static string GetName(OperationType type) => type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static Activity? Step(string name, string type)
    {
        var activity = Source.StartActivity(name);
        activity?.SetTag("graphql.processing.type", type);
        return activity;
    }
}
