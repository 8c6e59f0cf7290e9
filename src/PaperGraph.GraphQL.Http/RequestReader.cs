using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads requests, whichever way they come, and finds the persisted documents that they name.</summary>
internal sealed class RequestReader(GraphQLHttpOptions options, PersistedDocumentStore documents, int maxInputDepth)
{
    /// <summary>Deep enough for what the variables stand in, so that the engine's own limit is the one that is met.</summary>
    private readonly int maxJsonDepth = maxInputDepth + 16;

    public async ValueTask<Result<RequestParameters>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsPost(request.Method))
            return WithDocument(await ReadBodyAsync(request, cancellationToken));
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? WithDocument(GetRequests.Read(request.Query, maxJsonDepth))
            : RequestError.UnknownMethod(request.Method);
    }

    /// <summary>Reads a request from JSON, such as the payload of a message.</summary>
    public Result<RequestParameters> Read(ReadOnlySpan<byte> json) => WithDocument(JsonInput.ReadBody(json, maxJsonDepth));

    private async ValueTask<Result<RequestParameters>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var maxSize = options.MaxBodySize;
        if (!MediaTypes.IsJson(request.ContentType)) return RequestError.UnsupportedMediaType(request.ContentType);
        if (request.Headers.ContentEncoding is [{ Length: > 0 } encoding, ..]) return RequestError.UnsupportedEncoding(encoding);
        if (request.ContentLength > maxSize) return RequestError.TooLarge(maxSize);

        var reader = request.BodyReader;
        while (true)
        {
            var body = await reader.ReadAsync(cancellationToken);
            if (body.Buffer.Length > maxSize)
            {
                reader.AdvanceTo(body.Buffer.End);
                return RequestError.TooLarge(maxSize);
            }
            if (body.IsCompleted)
            {
                var result = ReadBody(body.Buffer);
                reader.AdvanceTo(body.Buffer.End);
                return result;
            }
            reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
        }
    }

    private Result<RequestParameters> ReadBody(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return JsonInput.ReadBody(body.FirstSpan, maxJsonDepth);

        var copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(copy);
            return JsonInput.ReadBody(copy.AsSpan(0, (int)body.Length), maxJsonDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

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
