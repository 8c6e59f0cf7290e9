using Microsoft.Extensions.Logging;

namespace PaperGraph.GraphQL.Http;

/// <summary>
/// What took long: which document, what it cost, and where the time went, in milliseconds. Under a load that makes all requests slow the
/// first of each minute say as much as all of them: of the others their number is told, and how long the slowest took.
/// </summary>
internal sealed partial class SlowRequestLog(ILogger logger, TimeProvider time)
{
    /// <summary>How many requests are told of in a minute.</summary>
    public const int MaxPerMinute = 30;

    private const string None = "none";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();

    /// <summary>When the minute began whose requests are counted.</summary>
    private long began;
    private int told;
    private int leftOut;
    private TimeSpan slowest;
    private ITimer? timer;

    public void Log(SlowRequest request)
    {
        if (!TryTell(request.Duration)) return;
        Log(
            request.OperationType?.ToString().ToLowerInvariant() ?? "request",
            request.OperationName ?? "without a name",
            request.Duration.TotalMilliseconds,
            request.Preparation.TotalMilliseconds,
            request.WaitingForData.TotalMilliseconds,
            request.RequestedCost,
            request.ActualCost,
            request.DocumentHash ?? None,
            request.DocumentId ?? None,
            request.Error ?? None);
    }

    private bool TryTell(TimeSpan duration)
    {
        lock (gate)
        {
            var passed = time.GetElapsedTime(began);
            if (passed >= Minute || told == 0) (began, told, passed) = (time.GetTimestamp(), 0, TimeSpan.Zero);
            if (told < MaxPerMinute)
            {
                told++;
                return true;
            }
            if (leftOut++ == 0)
                timer = time.CreateTimer(_ => TellLeftOut(), null, Minute - passed, Timeout.InfiniteTimeSpan);
            if (duration > slowest) slowest = duration;
            return false;
        }
    }

    private void TellLeftOut()
    {
        int requests;
        TimeSpan longest;
        lock (gate)
        {
            (requests, longest) = (leftOut, slowest);
            (leftOut, slowest) = (0, TimeSpan.Zero);
            timer?.Dispose();
        }
        LogLeftOut(requests, longest.TotalMilliseconds);
    }

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "Slow {OperationType} {OperationName}: {Duration:0} ms, of these {Preparation:0} ms before execution and {WaitingForData:0} ms "
        + "waiting for data; cost {RequestedCost} requested, {ActualCost} actual; document {DocumentHash}, id {DocumentId}; error {Error}")]
    private partial void Log(
        string operationType,
        string operationName,
        double duration,
        double preparation,
        double waitingForData,
        double? requestedCost,
        double? actualCost,
        string documentHash,
        string documentId,
        string error);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "{Requests} more slow requests within a minute were left out of the log; the slowest took {Duration:0} ms")]
    private partial void LogLeftOut(int requests, double duration);
}
