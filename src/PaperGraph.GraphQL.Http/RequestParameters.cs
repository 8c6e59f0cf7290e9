using System.Text.Json;

namespace PaperGraph.GraphQL.Http;

/// <summary>What a request may carry, whichever way it came. Holds the JSON of variables and extensions until it is disposed.</summary>
internal sealed class RequestParameters : IDisposable
{
    public string? Query { get; set; }

    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    public JsonDocument? Variables { get; set; }

    public JsonDocument? Extensions { get; set; }

    public GraphQLRequest ToRequest(bool noMutations, CostReporting cost = CostReporting.None) => new()
    {
        Query = Query,
        DocumentId = DocumentId,
        OperationName = OperationName,
        Variables = Variables?.RootElement,
        Extensions = Extensions?.RootElement,
        NoMutations = noMutations,
        Cost = cost,
    };

    public void Dispose()
    {
        Variables?.Dispose();
        Extensions?.Dispose();
    }
}
