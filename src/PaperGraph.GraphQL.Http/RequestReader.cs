using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads requests, however they come, and finds the documents that they name.</summary>
internal sealed class RequestReader(GraphQLHttpOptions options, PersistedDocuments documents, int maxInputDepth)
{
    /// <summary>Room for what variables stand in, so that the engine's own limit is the one that is met.</summary>
    private readonly int maxJsonDepth = maxInputDepth + 16;

    /// <returns>Null where the request can be executed.</returns>
    public async ValueTask<RequestError?> ReadAsync(HttpRequest request, RequestParameters into, CancellationToken cancellationToken)
    {
        var refusal = request.Method switch
        {
            var method when HttpMethods.IsPost(method) =>
                await PostRequests.ReadAsync(request, options.MaxBodySize, maxJsonDepth, into, cancellationToken),
            var method when HttpMethods.IsGet(method) || HttpMethods.IsHead(method) => GetRequests.Read(request.Query, maxJsonDepth, into),
            var method => RequestError.UnknownMethod(method),
        };
        return refusal ?? FindDocument(into);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public RequestError? Read(ReadOnlySpan<byte> json, RequestParameters into) =>
        JsonInput.ReadBody(json, maxJsonDepth, into) ?? FindDocument(into);

    private RequestError? FindDocument(RequestParameters parameters)
    {
        if (NulIn(parameters) is { } name) return RequestError.NulCharacter(name);
        if (parameters is { Query: not null, DocumentId: not null }) return RequestError.TwoDocuments;
        if (parameters.DocumentId is { } id)
        {
            parameters.Query = documents.Find(id);
            return parameters.Query is null ? RequestError.UnknownDocument(id) : null;
        }
        if (options.OnlyPersistedDocuments) return RequestError.DocumentIdExpected;
        return parameters.Query is null ? RequestError.NoQuery : null;
    }

    /// <summary>The parameter with a character that stands in no document and no name; null where there is none.</summary>
    private static string? NulIn(RequestParameters parameters) =>
        HasNul(parameters.Query) ? "query"
        : HasNul(parameters.OperationName) ? "operationName"
        : HasNul(parameters.DocumentId) ? "documentId"
        : null;

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
