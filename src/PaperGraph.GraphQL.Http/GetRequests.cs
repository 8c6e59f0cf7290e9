using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>A request out of a query string. A parameter without a value is one that is not given.</summary>
internal static class GetRequests
{
    private static readonly string[] Names = ["query", "documentId", "operationName", "variables", "extensions"];

    public static RequestError? Read(IQueryCollection query, int maxDepth, RequestParameters into)
    {
        foreach (var name in Names)
            if (query[name].Count > 1) return RequestError.Malformed($"The parameter {name} is given {query[name].Count} times. Give it once.");

        into.Query = Text("query");
        into.DocumentId = Text("documentId");
        into.OperationName = Text("operationName");
        into.Variables = Object("variables", out var refusal);
        if (refusal is not null) return refusal;
        into.Extensions = Object("extensions", out refusal);
        return refusal;

        string? Text(string name) => query[name] is [{ Length: > 0 } text] ? text : null;

        JsonDocument? Object(string name, out RequestError? problem)
        {
            problem = null;
            return Text(name) is { } text ? JsonInput.ReadParameter(name, text, maxDepth, out problem) : null;
        }
    }
}
