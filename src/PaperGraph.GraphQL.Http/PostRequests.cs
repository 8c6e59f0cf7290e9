using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads a request from a JSON body.</summary>
internal static class PostRequests
{
    public static async ValueTask<Result<RequestParameters>> ReadAsync(
        HttpRequest request, int maxSize, int maxDepth, CancellationToken cancellationToken)
    {
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
                var result = Read(body.Buffer, maxDepth);
                reader.AdvanceTo(body.Buffer.End);
                return result;
            }
            reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
        }
    }

    private static Result<RequestParameters> Read(in ReadOnlySequence<byte> body, int maxDepth)
    {
        if (body.IsSingleSegment) return JsonInput.ReadBody(body.FirstSpan, maxDepth);

        var copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(copy);
            return JsonInput.ReadBody(copy.AsSpan(0, (int)body.Length), maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }
}
