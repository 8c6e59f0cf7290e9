using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Databases;
using PaperGraph.Ingest.Following;

namespace PaperGraph.Serving;

/// <summary>Follows what the settings say for as long as the server runs. A source that fails makes the server no less ready.</summary>
internal sealed class Following(Follower follower, NpgsqlDataSource pool) : BackgroundService
{
    public static void AddTo(WebApplicationBuilder builder, OpenDatabase database)
    {
        var options = FollowSettings.Read(builder.Configuration);
        if (!options.IsAnything) return;
        var fetching = FetchSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(provider =>
        {
            var pool = database.CreateFollowPool();
            return new Following(
                new Follower(pool, options, fetching, TimeProvider.System, provider.GetRequiredService<ILogger<Follower>>()), pool);
        });
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Following>());
    }

    /// <summary>What is wrong, as a line for whoever asks how the server is; null where nothing is.</summary>
    public string? Trouble => follower.Trouble is { } trouble ? $"following fails: {trouble}" : null;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await pool.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await follower.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
