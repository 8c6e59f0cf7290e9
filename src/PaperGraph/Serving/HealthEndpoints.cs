using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Serving;

/// <summary>
/// For whoever watches the server: <c>/health/live</c> answers as long as the process does, <c>/health/ready</c> when the
/// database answers, has this version's tables, and the sample is in it.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpResponse response,
        Readiness readiness,
        IDbContextFactory<PaperGraphContext> contexts,
        [FromServices] PostgresSupervisor? supervisor,
        CancellationToken cancellation)
    {
        if ((supervisor?.Trouble ?? readiness.WaitingFor ?? await DatabaseTroubleAsync(contexts, cancellation)) is not { } trouble)
            return Results.Text("ready");
        response.Headers.RetryAfter = "1";
        return Results.Text($"not ready: {trouble}", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string?> DatabaseTroubleAsync(IDbContextFactory<PaperGraphContext> contexts, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(patience.Token);
            // A database that is not there would otherwise be one without tables.
            await context.Database.OpenConnectionAsync(patience.Token);
            var pending = await context.Database.GetPendingMigrationsAsync(patience.Token);
            return pending.Any() ? "the database's tables are not up to date" : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "the database does not answer in time";
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            return (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState switch
            {
                PostgresErrorCodes.CannotConnectNow => "the database is starting or being recovered",
                PostgresErrorCodes.TooManyConnections => "the database has no connection free",
                PostgresErrorCodes.DiskFull => "the database's disk is full",
                _ => "the database does not answer",
            };
        }
    }
}
