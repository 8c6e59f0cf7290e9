using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Serving;

/// <summary>
/// Whether the database answers and has this version's tables. One look at a time, over connections that clients' requests do not use:
/// however busy the server is, and however many ask, the answer is the database's.
/// </summary>
internal sealed class DatabaseCheck(NpgsqlDataSource dataSource) : IHealthCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<HealthCheckResult> looking = Task.FromResult(HealthCheckResult.Healthy());

    /// <summary>Who asks while another's look goes on is told what that finds.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (looking.IsCompleted) looking = Task.Run(LookAsync, CancellationToken.None);
            return looking.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> LookAsync() =>
        await FindFailureAsync() is { } failure ? HealthCheckResult.Unhealthy(failure) : HealthCheckResult.Healthy();

    /// <summary>What is wrong, as a clause for a person; null where nothing is.</summary>
    private async Task<string?> FindFailureAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            return await DatabaseMigrations.AreAppliedAsync(dataSource, timeout.Token) ? null : "the database's tables are not up to date";
        }
        catch (OperationCanceledException)
        {
            return "the database does not answer in time";
        }
        catch (Exception exception) when (NpgsqlFailure.Of(exception) is { } failure)
        {
            return failure.SqlState switch
            {
                PostgresErrorCodes.CannotConnectNow => "the database is starting or being recovered",
                PostgresErrorCodes.TooManyConnections => "the database has no connection free",
                PostgresErrorCodes.DiskFull => "the database's disk is full",
                _ => "the database does not answer",
            };
        }
    }
}
