using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>What became of a request before execution: it is a <see cref="PreparedRequest"/> or a <see cref="RefusedRequest"/>.</summary>
internal abstract record RequestPreparation;

/// <summary>A request that can be executed.</summary>
internal sealed record PreparedRequest(PreparedDocument Document, Plan Plan, VariableValues Variables) : RequestPreparation
{
    /// <summary>The cost of the request; null where there is no limit and the request does not ask for it.</summary>
    public RequestCost? Cost { get; init; }

    public bool IsSubscription => Plan.Operation.Operation == OperationType.Subscription;

    /// <summary>The request is answered with a stream of responses, unless it only asks what it would cost.</summary>
    public bool HasManyResponses =>
        (IsSubscription || Plan.IsIncremental) && Cost is not { Reporting: CostReporting.Validate };
}

/// <summary>A request that cannot be executed, and the response that says why.</summary>
internal sealed record RefusedRequest(GraphQLResponse Response) : RequestPreparation;
