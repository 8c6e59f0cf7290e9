using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>A request out of a JSON body.</summary>
internal static class PostRequests
{
    public static async ValueTask<RequestError?> ReadAsync(
        HttpRequest request, int maxSize, int maxDepth, RequestParameters into, CancellationToken cancellationToken)
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
                var refusal = Read(body.Buffer, maxDepth, into);
                reader.AdvanceTo(body.Buffer.End);
                return refusal;
            }
            reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
        }
    }

    private static RequestError? Read(in ReadOnlySequence<byte> body, int maxDepth, RequestParameters into)
    {
        if (body.IsSingleSegment) return JsonInput.ReadBody(body.FirstSpan, maxDepth, into);

        var copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(copy);
        var refusal = JsonInput.ReadBody(copy.AsSpan(0, (int)body.Length), maxDepth, into);
        ArrayPool<byte>.Shared.Return(copy);
        return refusal;
    }
}
