using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.RateLimiting;

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
    private readonly ConcurrencyLimiter all = ConcurrencyLimiters.Create(options.MaxReservations);
    private readonly PartitionedRateLimiter<IPAddress> ofClients = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
        RateLimitPartition.Get(GetNetwork(client), _ => ConcurrencyLimiters.Create(options.MaxReservationsPerClient)));

    /// <summary>Reserves a stream, whose token cannot be guessed. False, and why, where there are as many as may be.</summary>
    public bool TryReserve(IPAddress? address, [NotNullWhen(true)] out string? token, [NotNullWhen(false)] out RequestError? error)
    {
        token = null;
        var permitOfClient = ofClients.AttemptAcquire(address ?? IPAddress.None);
        var permit = permitOfClient.IsAcquired ? all.AttemptAcquire() : permitOfClient;
        error = permit.IsAcquired ? null
            : permitOfClient.IsAcquired ? RequestError.TooManyReservations(options.MaxReservations)
            : RequestError.TooManyReservationsOfClient(options.MaxReservationsPerClient);
        if (error is not null)
        {
            Release();
            return false;
        }

        var newToken = token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
        var stream = streams[newToken] = new ReservedEventStream(
            options.MaxOperationsPerConnection, options.ReservationTimeout, time, Release);
        stream.Ended.Register(() =>
        {
            streams.TryRemove(newToken, out _);
            _ = stream.Operations.CancelAllAsync();
        });
        return true;

        void Release()
        {
            permit.Dispose();
            permitOfClient.Dispose();
        }
    }

    public ReservedEventStream? Find(string token) => streams.GetValueOrDefault(token);

    private static IPAddress GetNetwork(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
