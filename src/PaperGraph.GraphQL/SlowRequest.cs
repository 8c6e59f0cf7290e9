using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL;

/// <summary>A request, or an event of a subscription, that took at least <see cref="EngineOptions.SlowRequest"/>.</summary>
public sealed record SlowRequest
{
    /// <summary>Null where the request was refused before its operation was known.</summary>
    public OperationType? OperationType { get; init; }

    /// <summary>The name of the operation; null where it has none.</summary>
    public string? OperationName { get; init; }

    /// <summary>The document's text as <c>sha256:</c> and 64 hexadecimal digits; null where there was none.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>The name under which the client asked for the document, where it did.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The cost computed before execution; null where the request was refused earlier, or nothing asks for it.</summary>
    public double? RequestedCost { get; init; }

    /// <summary>What the answer cost; null where there is none.</summary>
    public double? ActualCost { get; init; }

    /// <summary>The time to the last response, or until the subscription began.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The part of the duration before execution: parsing, validation, variables and the plan.</summary>
    public TimeSpan Preparation { get; init; }

    /// <summary>The part of the duration in which data requests were waited for, summed over the levels.</summary>
    public TimeSpan WaitingForData { get; init; }

    /// <summary>The code of the first error; <c>CANCELLED</c> where the client went away. Null where all went well.</summary>
    public string? Error { get; init; }
}
