using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaperGraph.Postgres;

namespace PaperGraph.Serving;

/// <summary>Keeps the program's own PostgreSQL running for as long as the server does, and tells whether it runs.</summary>
internal sealed class PostgresSupervision(PostgresSupervisor supervisor) : BackgroundService, IHealthCheck
{
    public static void AddTo(IServiceCollection services, PrivatePostgres own) => services
        .AddSingleton(provider => new PostgresSupervisor(
            own, TimeProvider.System, provider.GetRequiredService<ILogger<PostgresSupervisor>>()))
        .AddSingleton<PostgresSupervision>()
        .AddHostedService(provider => provider.GetRequiredService<PostgresSupervision>());

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(supervisor.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy());

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => supervisor.RunAsync(stoppingToken);
}
