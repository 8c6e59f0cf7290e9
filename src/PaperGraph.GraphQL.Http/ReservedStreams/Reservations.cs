using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PaperGraph.GraphQL.Http.ReservedStreams;

/// <summary>Streams by their tokens, from when they are reserved to their end.</summary>
/// <param name="patience">How long a stream may wait to be opened.</param>
internal sealed class Reservations(Places connections, int maxOperations, TimeSpan patience, TimeProvider time)
{
    private const int TokenBytes = 16;

    private readonly ConcurrentDictionary<string, ReservedStream> streams = new(StringComparer.Ordinal);

    /// <summary>The token of a new stream, which cannot be guessed; null where there are as many connections as may be.</summary>
    public string? TryReserve()
    {
        if (!connections.TryTake()) return null;
        var token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
        var stream = streams[token] = new ReservedStream(maxOperations, patience, time);
        stream.Ended.Register(() =>
        {
            streams.TryRemove(token, out _);
            connections.Leave();
            _ = stream.Operations.CancelAllAsync();
        });
        return token;
    }

    public ReservedStream? Find(string token) => streams.GetValueOrDefault(token);
}
