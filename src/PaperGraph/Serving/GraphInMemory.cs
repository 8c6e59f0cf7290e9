using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Databases;
using PaperGraph.Graph.Network;
using PaperGraph.Network;

namespace PaperGraph.Serving;

/// <summary>Has the graph read into memory from the start on, beside everything else, and tells what of it is there.</summary>
internal sealed class GraphInMemory(GraphSnapshotSource snapshots) : BackgroundService
{
    /// <summary>It is read, and imports are heard of, over connections that neither requests nor whoever watches the server use.</summary>
    public static void AddTo(IServiceCollection services, OpenDatabase database)
    {
        const string Own = nameof(GraphInMemory);
        services.AddOptions<SnapshotOptions>().BindConfiguration("Snapshot").ValidateDataAnnotations().ValidateOnStart();
        services.AddKeyedSingleton(Own, (_, _) => database.CreateGraphPool());
        services.AddKeyedSingleton(Own, (provider, _) => new ImportNotifications(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Own),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<ImportNotifications>>()));
        services.AddSingleton(provider => new GraphSnapshotSource(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Own),
            provider.GetRequiredKeyedService<ImportNotifications>(Own),
            provider.GetRequiredService<IOptions<SnapshotOptions>>().Value,
            TimeProvider.System,
            provider.GetRequiredService<ILogger<GraphSnapshotSource>>()));
        services.AddHostedService<GraphInMemory>();
    }

    /// <summary>As a clause for a person.</summary>
    public static string Describe(GraphSnapshotSource snapshots) => snapshots switch
    {
        { Current: { } graph } => string.Create(
            CultureInfo.InvariantCulture,
            $"the graph in memory takes {MemorySize.Format(graph.Size)}, as of {graph.AsOf.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        { TooLarge: { } reason } => reason,
        _ => "the graph is being read into memory",
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var read = snapshots.WhenReadAsync(); ; read = snapshots.WhenReadAsync())
        {
            await read.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            // A server runs for long beside others, and would keep for hours what reading took, and the graph of before.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }
}
