using System.Diagnostics;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Remembers the engine's activities of a test: those of its trace, and those that link to it.</summary>
internal sealed class Activities : IDisposable
{
    private readonly Activity test = new Activity("test").Start();
    private readonly ActivityListener listener;
    private readonly HashSet<ActivityTraceId> traces = [];
    private readonly List<Activity> stopped = [];

    public Activities()
    {
        traces.Add(test.TraceId);
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            // Requests of tests that run beside this one are not traced, and their errors tell no trace.
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                IsOfTest(options.Parent.TraceId) || (options.Links?.Any(link => IsOfTest(link.Context.TraceId)) ?? false)
                    ? ActivitySamplingResult.AllData
                    : ActivitySamplingResult.None,
            ActivityStarted = Start,
            ActivityStopped = Stop,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Activity> Stopped
    {
        get
        {
            lock (stopped) return [.. stopped];
        }
    }

    /// <summary>Each as its name and tags, without the document's hash.</summary>
    public IEnumerable<string> Described => Stopped.Select(activity => string.Join(" ", activity.TagObjects
        .Where(tag => tag.Key != "graphql.document.hash")
        .Select(tag => $"{tag.Key.Replace("graphql.", "", StringComparison.Ordinal)}={tag.Value}")
        .Prepend(activity.OperationName)));

    public void Dispose()
    {
        listener.Dispose();
        test.Dispose();
    }

    private bool IsOfTest(ActivityTraceId trace)
    {
        lock (stopped) return traces.Contains(trace);
    }

    private void Start(Activity activity)
    {
        lock (stopped)
            if (activity.Links.Any(link => traces.Contains(link.Context.TraceId))) traces.Add(activity.TraceId);
    }

    private void Stop(Activity activity)
    {
        lock (stopped)
            if (traces.Contains(activity.TraceId)) stopped.Add(activity);
    }
}
