using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads a request from a query string. A parameter without a value is one that is not given.</summary>
internal static class GetRequests
{
    private static readonly string[] Names = ["query", "documentId", "operationName", "variables", "extensions"];

    public static Result<RequestParameters> Read(IQueryCollection query, int maxDepth)
    {
        foreach (var name in Names)
            if (query[name].Count > 1)
                return RequestError.Malformed($"The parameter {name} is given {query[name].Count} times. Give it once.");

        var parameters = new RequestParameters
        {
            Query = Text("query"),
            DocumentId = Text("documentId"),
            OperationName = Text("operationName"),
        };
        if (TryRead("variables", out var variables, out var error))
        {
            parameters.Variables = variables;
            if (TryRead("extensions", out var extensions, out error))
            {
                parameters.Extensions = extensions;
                return parameters;
            }
        }
        parameters.Dispose();
        return error!;

        string? Text(string name) => query[name] is [{ Length: > 0 } text] ? text : null;

        bool TryRead(string name, out JsonDocument? value, out RequestError? error)
        {
            value = null;
            error = null;
            return Text(name) is not { } text || JsonInput.TryReadParameter(name, text, maxDepth, out value, out error);
        }
    }
}
