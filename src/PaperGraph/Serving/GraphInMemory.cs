using System.Globalization;
using PaperGraph.Graph.Network;

namespace PaperGraph.Serving;

/// <summary>Has the graph read into memory from the start on, beside everything else, and tells what of it is there.</summary>
internal sealed class GraphInMemory(GraphSnapshots snapshots) : BackgroundService
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<SnapshotOptions>().BindConfiguration("Snapshot").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<SnapshotOptions>>().Value);
        services.AddHostedService<GraphInMemory>();
    }

    /// <summary>As a clause for a person.</summary>
    public static string Describe(GraphSnapshots snapshots) => snapshots switch
    {
        { Current: { } graph } => string.Create(
            CultureInfo.InvariantCulture,
            $"the graph in memory takes {graph.Size / 1e6:N1} MB, as of {graph.AsOf.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        { TooLarge: { } reason } => reason,
        _ => "the graph is being read into memory",
    };

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        snapshots.Start();
        return Task.CompletedTask;
    }
}
