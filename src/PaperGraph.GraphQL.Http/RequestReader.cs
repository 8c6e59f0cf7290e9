using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads requests, whichever way they come, and finds the persisted documents that they name.</summary>
internal sealed class RequestReader(GraphQLHttpOptions options, PersistedDocuments documents, int maxInputDepth)
{
    /// <summary>Deep enough for what the variables stand in, so that the engine's own limit is the one that is met.</summary>
    private readonly int maxJsonDepth = maxInputDepth + 16;

    public async ValueTask<Result<RequestParameters>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsPost(request.Method))
            return WithDocument(await PostRequests.ReadAsync(request, options.MaxBodySize, maxJsonDepth, cancellationToken));
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? WithDocument(GetRequests.Read(request.Query, maxJsonDepth))
            : RequestError.UnknownMethod(request.Method);
    }

    /// <summary>Reads a request from JSON, such as the payload of a message.</summary>
    public Result<RequestParameters> Read(ReadOnlySpan<byte> json) => WithDocument(JsonInput.ReadBody(json, maxJsonDepth));

    private Result<RequestParameters> WithDocument(Result<RequestParameters> result)
    {
        if (!result.TryGet(out var parameters, out _) || TryFindDocument(parameters, out var error)) return result;
        parameters.Dispose();
        return error;
    }

    private bool TryFindDocument(RequestParameters parameters, [NotNullWhen(false)] out RequestError? error)
    {
        error = null;
        if (HasNul(parameters.Query)) error = RequestError.NulCharacter("query");
        else if (HasNul(parameters.OperationName)) error = RequestError.NulCharacter("operationName");
        else if (HasNul(parameters.DocumentId)) error = RequestError.NulCharacter("documentId");
        else if (parameters is { Query: not null, DocumentId: not null }) error = RequestError.TwoDocuments;
        else if (parameters.DocumentId is { } id && documents.Find(id) is { } text) parameters.Query = text;
        else if (parameters.DocumentId is not null) error = RequestError.UnknownDocument(parameters.DocumentId);
        else if (options.OnlyPersistedDocuments) error = RequestError.DocumentIdExpected;
        else if (parameters.Query is null) error = RequestError.NoQuery;
        return error is null;
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
