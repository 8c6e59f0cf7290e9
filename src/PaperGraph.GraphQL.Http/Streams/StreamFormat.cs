using System.Buffers;

namespace PaperGraph.GraphQL.Http.Streams;

/// <summary>How several responses follow one another in one body.</summary>
/// <param name="KeepAlive">What shows that a silent stream is still there; readers skip it.</param>
internal sealed record StreamFormat(
    string ContentType, byte[] Begin, byte[] BeforeEach, byte[] AfterEach, byte[] End, byte[] KeepAlive)
{
    /// <summary>
    /// Server-Sent Events: <c>next</c> for each response, then <c>complete</c>. Some browsers take a stream for open only when something
    /// has come.
    /// </summary>
    public static StreamFormat Events { get; } = new(
        MediaTypes.ContentType(ResponseMediaType.EventStream),
        Begin: ":\n\n"u8.ToArray(),
        BeforeEach: "event: next\ndata: "u8.ToArray(),
        AfterEach: "\n\n"u8.ToArray(),
        End: "event: complete\ndata:\n\n"u8.ToArray(),
        KeepAlive: ":\n\n"u8.ToArray());

    private static StreamFormat PartsByIds { get; } = new(
        MediaTypes.ContentType(ResponseMediaType.Parts),
        Begin: "---"u8.ToArray(),
        BeforeEach: "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray(),
        AfterEach: "\r\n---"u8.ToArray(),
        End: "--\r\n"u8.ToArray(),
        KeepAlive: []);

    private static StreamFormat PartsByPaths { get; } = PartsByIds with
    {
        ContentType = PartsByIds.ContentType + "; deferSpec=20220824",
        Format = IncrementalFormat.Paths,
    };

    public IncrementalFormat Format { get; private init; }

    /// <summary>
    /// One part for each response. The boundary that ends a part is sent with it, so that a client need not wait for the next part.
    /// </summary>
    public static StreamFormat Parts(IncrementalFormat format) => format == IncrementalFormat.Paths ? PartsByPaths : PartsByIds;

    public void Write(IBufferWriter<byte> output, GraphQLResponse response)
    {
        output.Write(BeforeEach);
        response.WriteTo(output, Format);
        output.Write(AfterEach);
    }

    /// <summary>Writes a response that is the only one of its stream.</summary>
    public void WriteOnly(IBufferWriter<byte> output, GraphQLResponse response)
    {
        output.Write(Begin);
        Write(output, response);
        output.Write(End);
    }
}
