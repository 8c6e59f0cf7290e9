using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PaperGraph.GraphQL.Http;

/// <summary>What a client only learns as "Unexpected error", with the trace id that the client is given.</summary>
internal static partial class UnexpectedErrorLog
{
    public static void Log(ILogger logger, Exception exception, string field) =>
        Log(logger, exception, field, Activity.Current?.TraceId.ToHexString());

    [LoggerMessage(1, LogLevel.Error, "{Field} failed unexpectedly; the client was given the trace id {TraceId}")]
    private static partial void Log(ILogger logger, Exception exception, string field, string? traceId);
}
