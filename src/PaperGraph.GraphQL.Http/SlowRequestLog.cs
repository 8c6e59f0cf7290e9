using Microsoft.Extensions.Logging;

namespace PaperGraph.GraphQL.Http;

/// <summary>What took long: which document, what it cost, and where the time went, in milliseconds.</summary>
internal static partial class SlowRequestLog
{
    private const string None = "none";

    public static void Log(ILogger logger, SlowRequest request) => Log(
        logger,
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

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "Slow {OperationType} {OperationName}: {Duration:0} ms, of these {Preparation:0} ms before execution and {WaitingForData:0} ms "
        + "waiting for data; cost {RequestedCost} requested, {ActualCost} actual; document {DocumentHash}, id {DocumentId}; error {Error}")]
    private static partial void Log(
        ILogger logger,
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
}
