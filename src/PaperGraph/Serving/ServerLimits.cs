using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PaperGraph.Serving;

/// <summary>How Kestrel treats clients, besides the limits of the GraphQL endpoint.</summary>
internal static class ServerLimits
{
    /// <summary>
    /// Bytes a second, so slow that no network of today is meant. What is written counts at once, so that long responses get long: the
    /// endpoint's own limit, <c>MaxSendTime</c>, ends these.
    /// </summary>
    private const double MinRate = 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinResponseDataRate = new MinDataRate(MinRate, Grace);
    }
}
