namespace PaperGraph.GraphQL;

/// <summary>
/// What a client wants to be told of the cost of its request. A request says so itself with <c>"extensions": { "cost": "report" }</c> or
/// <c>"validate"</c>; the answer is in <c>extensions.cost</c> of the response.
/// </summary>
public enum CostReporting
{
    None,

    /// <summary>What was requested, what the answer really cost, and the limit.</summary>
    Report,

    /// <summary>What is requested, and the limit. The request is not executed, and the response has nothing else.</summary>
    Validate,
}
