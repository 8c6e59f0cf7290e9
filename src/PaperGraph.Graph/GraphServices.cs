using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph;

/// <summary>Registers the graph.</summary>
public static class GraphServices
{
    /// <summary>
    /// Adds the <see cref="IReadRunner"/> that reads the graph from the registered <see cref="NpgsqlDataSource"/>. The engine is made
    /// from <see cref="PaperGraphSchema.Build"/> and that runner.
    /// </summary>
    public static IServiceCollection AddPaperGraph(this IServiceCollection services) =>
        services.AddSingleton<IReadRunner>(provider => new PipelinedReads(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<ILogger<PipelinedReads>>()));
}
