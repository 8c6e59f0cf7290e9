using System.Text.Json;

namespace PaperGraph.GraphQL;

/// <summary>A request as a client sends it.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document's text. May be null where <see cref="DocumentId"/> names a persisted document.</summary>
    public string? Query { get; init; }

    /// <summary>The id of a persisted document, which the server holds.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document; may be null where it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object, or null. The JSON document it belongs to must outlive the execution.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The entry <c>extensions</c> of the request: a JSON object, or null.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>
    /// Whether the client is told what the request costs; where this says nothing, the entry <c>cost</c> of the extensions does.
    /// </summary>
    public CostReporting Cost { get; init; }

    /// <summary>Whether mutations are refused, as they must be for a GET request.</summary>
    public bool NoMutations { get; init; }
}
