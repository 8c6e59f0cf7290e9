using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.GraphQL.Http;

/// <summary>Lets the pages of allowed sites ask, without cookies.</summary>
internal sealed class CrossOrigin(ICorsService cors, IEnumerable<string> allowedOrigins)
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

    /// <summary>Adds what the browser needs to know. True where that is all it asks for.</summary>
    public bool Answer(HttpContext context)
    {
        if (context.Request.Headers.Origin.Count == 0 || policy.Origins.Count == 0) return false;
        var result = cors.EvaluatePolicy(context, policy);
        cors.ApplyResult(result, context.Response);
        if (!result.IsPreflightRequest) return false;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
