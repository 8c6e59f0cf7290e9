using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.GraphQL.Http;

/// <summary>Applies CORS: pages of allowed origins may send requests, without cookies.</summary>
internal sealed class CrossOrigin(IEnumerable<string> allowedOrigins)
{
    private readonly CorsPolicy policy = new CorsPolicyBuilder([.. allowedOrigins])
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
        .AllowAnyHeader()
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter)
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        .Build();

    /// <summary>
    /// Whether a WebSocket may be opened. Browsers open them to other sites without asking, so that the server must look where the page
    /// comes from.
    /// </summary>
    public bool MayConnect(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || policy.AllowAnyOrigin
            || policy.IsOriginAllowed(origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>With ASP.NET Core's middleware inside the endpoint, an application needs none of its own for it.</summary>
    public RequestDelegate Around(RequestDelegate next, IServiceProvider services)
    {
        if (policy.Origins.Count == 0) return next;
        var policies = services.GetRequiredService<ICorsPolicyProvider>();
        var cors = new CorsMiddleware(
            next, services.GetRequiredService<ICorsService>(), policy, services.GetRequiredService<ILoggerFactory>());
        return context => cors.Invoke(context, policies);
    }
}
