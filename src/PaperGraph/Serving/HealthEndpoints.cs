using Microsoft.AspNetCore.Mvc;
using PaperGraph.Postgres;

namespace PaperGraph.Serving;

/// <summary>
/// For whoever watches the server: <c>/health/live</c> answers as long as the process does, <c>/health/ready</c> when the
/// database answers, has this version's tables, and the sample is in it.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpResponse response,
        Readiness readiness,
        DatabaseCheck database,
        [FromServices] PostgresSupervisor? supervisor,
        CancellationToken cancellationToken)
    {
        if ((supervisor?.Trouble ?? readiness.WaitingFor ?? await database.TroubleAsync(cancellationToken)) is not { } trouble)
            return Results.Text("ready");
        response.Headers.RetryAfter = "1";
        return Results.Text($"not ready: {trouble}", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
