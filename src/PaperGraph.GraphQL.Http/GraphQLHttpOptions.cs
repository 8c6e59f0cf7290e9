using System.ComponentModel.DataAnnotations;

namespace PaperGraph.GraphQL.Http;

/// <summary>
/// What a GraphQL endpoint takes and from whom; checked when the host starts. Read from the section <c>GraphQL</c> of the
/// configuration: the environment variable <c>GraphQL__AllowedOrigins__0</c> sets the first allowed origin.
/// </summary>
public sealed class GraphQLHttpOptions : IValidatableObject
{
    /// <summary>The longest body of a POST, in bytes; a longer one is answered with 413.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>
    /// How many requests are executed at once, until their response is made; one more is answered with 503 and when to come again.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxConcurrentRequests { get; set; } = 1_000;

    /// <summary>
    /// The longest response, in bytes before compression, and the longest of several to one request. One that would be longer is an error
    /// in its stead, which ends those that come one after the other.
    /// </summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxResponseSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes of responses that are made and not sent, of all clients together; those of less than 16 KiB do not count. Where there would
    /// be more, connections end whose clients have not taken their response for some seconds; where there are none, a request is answered
    /// with 503.
    /// </summary>
    [Range(1024, long.MaxValue)]
    public long MaxUnsentBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>How long a client may take to receive a response; then its connection ends.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxSendTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many operations with many responses may be running, by Server-Sent Events and over WebSockets together; one more is answered
    /// with 503, or with an error over the connection.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int MaxSubscriptions { get; set; } = 10_000;

    /// <summary>
    /// How many connections that carry the responses of many operations may be open: WebSockets, and open streams of
    /// events. One more is answered with 503.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// How many streams of events that carry the responses of many operations may be reserved and not yet open, which takes no
    /// connection. One more is answered with 503 and when to come again.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxReservations { get; set; } = 1_000;

    /// <summary>
    /// How many of these may come from one address, or one network of IPv6 (64 bits); one more is answered with 429 and when to come again.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxReservationsPerClient { get; set; } = 50;

    /// <summary>How long a reserved stream of events waits to be opened.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ReservationTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many operations may be running over one such connection; one more is answered with 503, or with an error.</summary>
    [Range(1, int.MaxValue)]
    public int MaxOperationsPerConnection { get; set; } = 200;

    /// <summary>How long a stream of events may be silent before the server shows that it is still there.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may take to send <c>connection_init</c> over a WebSocket.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Decides by <c>connection_init</c> whether a client may ask over its WebSocket, which cannot carry headers of a page's choice. All
    /// may where it is null. One that throws is a mistake of the server's and closes the WebSocket with 4500.
    /// </summary>
    public Func<ConnectionInit, CancellationToken, ValueTask<ConnectionDecision>>? OnConnectionInit { get; set; }

    /// <summary>What clients should know of the state of the server: see <see cref="EngineOptions.Notice"/>.</summary>
    public Func<string?>? Notice { get; set; }

    /// <summary>
    /// A request that takes at least so long is logged as a warning, with the hash of its document, its cost and where the time went.
    /// Zero for none.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SlowRequest { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What a request may ask for, where the engine is not given options of its own.</summary>
    public EngineLimits Limits { get; set; } = new();

    /// <summary>
    /// Sites whose pages may ask from a browser, such as <c>https://dashboards.example.org</c>; <c>*</c> allows all. None by default.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Whether responses of more than a kilobyte are compressed for clients that accept Brotli or gzip.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>
    /// Documents that clients name by <c>documentId</c>: a folder of <c>*.graphql</c> files, whose names are the ids, or a manifest as
    /// Relay or Apollo write it. Read once, at the start, which fails where one of them cannot be executed.
    /// </summary>
    public string? PersistedDocuments { get; set; }

    /// <summary>Whether only documents of <see cref="PersistedDocuments"/> are answered.</summary>
    public bool OnlyPersistedDocuments { get; set; }

    /// <summary>
    /// For how many seconds anyone may keep the response to a GET that names its document by id. With 0 it may be kept and must be asked
    /// for again each time, by its ETag.
    /// </summary>
    [Range(0, 31_536_000)]
    public int MaxAge { get; set; }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        foreach (var problem in Limits.FindProblems()) yield return new ValidationResult(problem, [nameof(Limits)]);
        if (MaxUnsentBytes < MaxResponseSize)
        {
            yield return new ValidationResult(
                "MaxUnsentBytes is less than MaxResponseSize, so that the longest response could never be sent. "
                + "Set it to at least as much.",
                [nameof(MaxUnsentBytes)]);
        }
        if (OnlyPersistedDocuments && PersistedDocuments is null)
        {
            yield return new ValidationResult(
                "OnlyPersistedDocuments is set, but no documents are given. Name their folder or manifest in PersistedDocuments.",
                [nameof(OnlyPersistedDocuments)]);
        }
        foreach (var origin in AllowedOrigins)
        {
            if (origin == "*" || IsOrigin(origin)) continue;
            yield return new ValidationResult(
                $"'{origin}' is no origin. Write a scheme, a host and perhaps a port, such as https://dashboards.example.org, or *.",
                [nameof(AllowedOrigins)]);
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && text == uri.GetLeftPart(UriPartial.Authority);
}
