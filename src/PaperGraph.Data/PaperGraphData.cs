using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Registers the database.</summary>
public static class PaperGraphData
{
    /// <summary>
    /// Adds a data source of its own for the connection string, with the settings of <see cref="DataSources.Create"/>, and what
    /// <see cref="AddPaperGraphData(IServiceCollection, NpgsqlDataSource)"/> adds.
    /// </summary>
    public static IServiceCollection AddPaperGraphData(this IServiceCollection services, string connectionString) => services
        .AddSingleton(_ => DataSources.Create(connectionString))
        .AddContexts();

    /// <summary>Adds the data source, which the caller goes on owning, and an <see cref="IDbContextFactory{TContext}"/> of
    /// <see cref="PaperGraphContext"/> over it.</summary>
    public static IServiceCollection AddPaperGraphData(this IServiceCollection services, NpgsqlDataSource dataSource) => services
        .AddSingleton(dataSource)
        .AddContexts();

    private static IServiceCollection AddContexts(this IServiceCollection services) => services
        .AddPooledDbContextFactory<PaperGraphContext>((provider, options) =>
            options.UsePaperGraph(provider.GetRequiredService<NpgsqlDataSource>()));
}
