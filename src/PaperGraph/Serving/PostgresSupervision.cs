using PaperGraph.Postgres;

namespace PaperGraph.Serving;

/// <summary>Keeps the program's own PostgreSQL running for as long as the server does.</summary>
internal sealed class PostgresSupervision(PostgresSupervisor supervisor) : BackgroundService
{
    public static void AddTo(IServiceCollection services, PrivatePostgres own) => services
        .AddSingleton(provider => new PostgresSupervisor(
            own, TimeProvider.System, provider.GetRequiredService<ILogger<PostgresSupervisor>>()))
        .AddHostedService<PostgresSupervision>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => supervisor.RunAsync(stoppingToken);
}
