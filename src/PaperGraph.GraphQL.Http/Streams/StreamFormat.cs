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
        MediaTypes.ContentType(MediaType.EventStream),
        Begin: ":\n\n"u8.ToArray(),
        BeforeEach: "event: next\ndata: "u8.ToArray(),
        AfterEach: "\n\n"u8.ToArray(),
        End: "event: complete\ndata:\n\n"u8.ToArray(),
        KeepAlive: ":\n\n"u8.ToArray());

    /// <summary>A part for each response. The boundary that ends a part is sent with it, so that nobody waits for the next.</summary>
    public static StreamFormat Parts { get; } = new(
        MediaTypes.Parts + "; boundary=\"-\"",
        Begin: "---"u8.ToArray(),
        BeforeEach: "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray(),
        AfterEach: "\r\n---"u8.ToArray(),
        End: "--\r\n"u8.ToArray(),
        KeepAlive: []);
}
