using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Imports;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph;

/// <summary>Registers the graph.</summary>
public static class GraphServices
{
    /// <summary>
    /// Adds the <see cref="IReadRunner"/> that reads the graph from the registered <see cref="NpgsqlDataSource"/>. The engine is made
    /// from <see cref="PaperGraphSchema.Build"/> and that runner. Subscriptions hear of imports by <see cref="ImportNews"/>. Where a
    /// <see cref="PostgresSupervisor"/> is registered, clients are told what it knows of a database that is away.
    /// </summary>
    public static IServiceCollection AddPaperGraph(this IServiceCollection services) => services
        .AddSingleton<IReadRunner>(provider => new PipelinedReads(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetRequiredService<ILogger<PipelinedReads>>(),
            provider.GetService<PostgresSupervisor>()))
        .AddSingleton(provider => new ImportNews(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<ImportNews>>()));
}
