using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PaperGraph.GraphQL.Http.SingleConnection;

/// <summary>
/// Streams by their tokens, from when they are reserved to their end. Until they are open they take no connection, but a place of their
/// own: who only reserves keeps nobody from connecting.
/// </summary>
internal sealed class StreamReservations(GraphQLHttpOptions options, TimeProvider time)
{
    private const int TokenBytes = 16;

    /// <summary>Bytes of an address of IPv6 that name a network; whoever has one of its addresses has them all.</summary>
    private const int NetworkBytes = 8;

    private readonly ConcurrentDictionary<string, ReservedEventStream> streams = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> reserved = [];
    private int reservedCount;

    /// <summary>The token of a new stream, which cannot be guessed; null, and why, where there are as many as may be.</summary>
    public string? TryReserve(IPAddress? address, out RequestError? refusal)
    {
        var client = NetworkOf(address ?? IPAddress.None);
        refusal = Take(client);
        if (refusal is not null) return null;

        var token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
        var stream = streams[token] = new ReservedEventStream(
            options.MaxOperationsPerConnection, options.ReservationTimeout, time, releaseReservation: () => Leave(client));
        stream.Ended.Register(() =>
        {
            streams.TryRemove(token, out _);
            _ = stream.Operations.CancelAllAsync();
        });
        return token;
    }

    public ReservedEventStream? Find(string token) => streams.GetValueOrDefault(token);

    private RequestError? Take(IPAddress client)
    {
        lock (gate)
        {
            var countOfClient = reserved.GetValueOrDefault(client);
            if (countOfClient >= options.MaxReservationsPerClient) return RequestError.TooManyReservationsOfClient(options.MaxReservationsPerClient);
            if (reservedCount >= options.MaxReservations) return RequestError.TooManyReservations(options.MaxReservations);
            reserved[client] = countOfClient + 1;
            reservedCount++;
            return null;
        }
    }

    private void Leave(IPAddress client)
    {
        lock (gate)
        {
            reservedCount--;
            if (--reserved[client] == 0) reserved.Remove(client);
        }
    }

    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
