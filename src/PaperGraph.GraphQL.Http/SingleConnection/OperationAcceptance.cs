namespace PaperGraph.GraphQL.Http.SingleConnection;

/// <summary>What the request that starts an operation is answered with: it is <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
internal abstract record OperationAcceptance;

/// <summary>The operation runs, or has run; its responses go to the stream.</summary>
internal sealed record Accepted : OperationAcceptance;

/// <summary>A request error, which is the answer to the request itself.</summary>
internal sealed record Rejected(GraphQLResponse Response) : OperationAcceptance;
