using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaperGraph.Databases;
using PaperGraph.Graph.Network;

namespace PaperGraph.Serving;

/// <summary>
/// For whoever watches the server: <c>/health/live</c> answers as long as the process does, <c>/health/ready</c> when the
/// database answers, has this version's tables, and the sample is in it; it says too what of the graph is in memory, which few need.
/// </summary>
internal static class HealthChecks
{
    /// <summary>Where several checks fail, the first one here is what the answer tells.</summary>
    public static void AddTo(WebApplicationBuilder builder, OpenDatabase database, Readiness readiness)
    {
        var checks = builder.Services.AddHealthChecks();
        if (database.Own is not null) checks.AddCheck<PostgresSupervision>("postgres");
        checks.AddCheck("start", readiness).AddCheck("database", new DatabaseCheck(database.DataSource));
        // Whoever asks is told; the log would repeat it as an error each time that somebody does.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions
        {
            Predicate = _ => false,
            ResponseWriter = (context, _) => WriteAsync(context.Response, "live"),
        });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteReadinessAsync });
    }

    private static Task WriteReadinessAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Healthy)
        {
            var graph = GraphInMemory.Describe(context.RequestServices.GetRequiredService<GraphSnapshotSource>());
            var following = context.RequestServices.GetService<Following>()?.Trouble is { } fails ? $"{fails}\n" : "";
            return WriteAsync(context.Response, $"ready\n{graph}\n{following}");
        }
        var trouble = report.Entries.Values.First(entry => entry.Status != HealthStatus.Healthy).Description;
        context.Response.Headers.RetryAfter = "1";
        return WriteAsync(context.Response, $"not ready: {trouble}");
    }

    private static Task WriteAsync(HttpResponse response, string text)
    {
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text);
    }
}
