using System.Threading.RateLimiting;

namespace PaperGraph.GraphQL.Http;

/// <summary>Limiters of what runs at once, which refuse instead of queueing.</summary>
/// <remarks>
/// They are .NET's own, and asked where an operation begins, not by <c>AddRateLimiter</c> and <c>UseRateLimiter</c> of ASP.NET Core. That
/// middleware decides when an HTTP request comes and gives the permit back when its response has been taken. So a client that reads slowly
/// would hold a permit long after its operation has ended, a subscription would count as a request for as long as it lasts, and a WebSocket
/// would take one permit whatever number of operations runs inside of it. An application that limits how often somebody may ask, by address
/// or user, calls <c>RequireRateLimiting</c> on what <c>MapGraphQL</c> returns.
/// </remarks>
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
