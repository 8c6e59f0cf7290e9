using System.Threading.RateLimiting;

namespace PaperGraph.GraphQL.Http;

/// <summary>
/// Limiters of what runs at once, which refuse instead of queueing. The endpoint asks them itself, since ASP.NET Core's middleware around
/// such limiters would hold a permit until the client has taken its response, and does not see the operations inside a WebSocket.
/// </summary>
internal static class ConcurrencyLimiters
{
    /// <param name="limit">Zero for a limiter that lets nobody in.</param>
    public static ConcurrencyLimiter Create(int limit)
    {
        // A limiter has at least one permit: where there is to be none, it is taken for good.
        var limiter = new ConcurrencyLimiter(new() { PermitLimit = Math.Max(limit, 1), QueueLimit = 0 });
        if (limit == 0) _ = limiter.AttemptAcquire();
        return limiter;
    }
}
