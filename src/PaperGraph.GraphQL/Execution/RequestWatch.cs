using System.Diagnostics;
using PaperGraph.GraphQL.Execution.Cost;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Observes one request, or one event of a subscription: its activity, its duration, and whether it was slow.</summary>
internal sealed class RequestWatch : IDisposable
{
    private readonly EngineOptions options;
    private readonly GraphQLRequest request;
    private readonly RequestWatch? subscription;
    private readonly Activity? activity;
    private PreparedRequest? prepared;
    private TimeSpan preparation;
    private TimeSpan waitingForData;
    private RequestCost? cost;
    private string? error;
    private bool hasEnded;

    public RequestWatch(EngineOptions options, GraphQLRequest request)
        : this(options, request, EngineTelemetry.Request())
    {
    }

    private RequestWatch(EngineOptions options, GraphQLRequest request, Activity? activity, RequestWatch? subscription = null)
    {
        this.options = options;
        this.request = request;
        this.activity = activity;
        this.subscription = subscription;
        Started = options.Time.GetTimestamp();
    }

    /// <summary>A timestamp of the engine's time.</summary>
    public long Started { get; }

    /// <summary>Watches an event of the subscription that this request began.</summary>
    public RequestWatch OfEvent(PreparedRequest subscribed)
    {
        var watch = new RequestWatch(options, request, EngineTelemetry.Event(activity), this);
        watch.Prepared(subscribed);
        return watch;
    }

    /// <summary>What happens next belongs to the request, wherever it is continued.</summary>
    public void Resume()
    {
        if (activity is not null) Activity.Current = activity;
    }

    /// <param name="ready">The prepared request; null where the request was refused.</param>
    public void Prepared(PreparedRequest? ready)
    {
        prepared = ready;
        preparation = options.Time.GetElapsedTime(Started);
        if (activity is null) return;
        if (ready is not null)
        {
            EngineTelemetry.Describe(activity, ready.Plan.Operation);
            activity.DisplayName = EngineTelemetry.GetName(ready.Plan.Operation.Operation);
            activity.SetTag("graphql.operation.cost.requested", ready.Cost?.Requested);
        }
        activity.SetTag("graphql.document.hash", DocumentHash);
        activity.SetTag("graphql.document.id", request.DocumentId);
    }

    public void WaitedForData(TimeSpan waited) => waitingForData += waited;

    public void Answered(GraphQLResponse response)
    {
        if (response.Cost?.OfAnswer is not null) cost = response.Cost;
        if (response.Errors.Count > 0) error ??= response.Errors[0].Code ?? "OTHER";
    }

    public void End()
    {
        if (hasEnded) return;
        hasEnded = true;
        var duration = options.Time.GetElapsedTime(Started);
        var operation = prepared?.Plan.Operation;
        EngineTelemetry.Record(duration, subscription is not null, operation?.Operation, error);
        if (options.SlowRequest > TimeSpan.Zero && duration >= options.SlowRequest) ReportSlow(duration);
        if (activity is null) return;
        activity.SetTag("graphql.operation.cost.actual", cost?.Actual);
        activity.SetTag("error.type", error);
        if (error is not null) activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }

    /// <summary>A request that has not ended was given up by whoever asked.</summary>
    public void Dispose()
    {
        if (!hasEnded) error ??= "CANCELLED";
        End();
    }

    private string? DocumentHash => prepared?.Document.Hash ?? (request.Query is { } text ? PreparedDocument.ComputeHash(text) : null);

    private void ReportSlow(TimeSpan duration) => options.OnSlowRequest?.Invoke(new SlowRequest
    {
        OperationType = prepared?.Plan.Operation.Operation,
        OperationName = prepared?.Plan.Operation.Name?.Value,
        DocumentHash = DocumentHash,
        DocumentId = request.DocumentId,
        RequestedCost = prepared?.Cost?.Requested,
        ActualCost = cost?.Actual,
        Duration = duration,
        Preparation = preparation,
        WaitingForData = waitingForData,
        Error = error,
    });
}
