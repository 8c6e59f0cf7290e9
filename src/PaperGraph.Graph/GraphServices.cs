using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Graph.Network;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph;

/// <summary>Registers the graph.</summary>
public static class GraphServices
{
    /// <summary>
    /// Adds the <see cref="IDataRequestRunner"/> that reads the graph from the registered <see cref="NpgsqlDataSource"/>. The engine is
    /// made from <see cref="PaperGraphSchema.Build"/> and that runner. Subscriptions hear of imports by <see cref="ImportNotifications"/>;
    /// paths and neighborhoods are found in <see cref="GraphSnapshotSource"/>, by the <see cref="SnapshotOptions"/> of the services.
    /// </summary>
    /// <param name="trouble">
    /// Tells clients why a database that cannot be reached is away, as a clause for a person; null, or an answer of null, where nobody
    /// knows.
    /// </param>
    public static IServiceCollection AddPaperGraph(
        this IServiceCollection services, Func<IServiceProvider, string?>? trouble = null) => services
        .AddSingleton<IDataRequestRunner>(provider => new SqlQueryRunner(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<ILogger<SqlQueryRunner>>(),
            () => trouble?.Invoke(provider)))
        .AddSingleton(provider => new ImportNotifications(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<ImportNotifications>>()))
        .AddSingleton(provider => new GraphSnapshotSource(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<ImportNotifications>(),
            provider.GetService<SnapshotOptions>() ?? new SnapshotOptions(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<GraphSnapshotSource>>()));
}
