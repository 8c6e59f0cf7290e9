using System.Collections.Immutable;
using System.Diagnostics;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What a client is told of a mistake of the server's: that there was one, and the trace under which the host finds it.</summary>
internal static class UnexpectedError
{
    public const string Message = "Unexpected error";

    /// <summary>The current trace's id as <c>traceId</c>; null where nothing is traced.</summary>
    public static IReadOnlyDictionary<string, object?>? Trace => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? ImmutableDictionary<string, object?>.Empty.Add("traceId", activity.TraceId.ToHexString())
        : null;
}
