using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Registers the database.</summary>
public static class PaperGraphData
{
    /// <summary>
    /// Adds a data source of its own for the connection string, with the settings of <see cref="DataSources.Create"/>, and an
    /// <see cref="IDbContextFactory{TContext}"/> of <see cref="PaperGraphContext"/> over it.
    /// </summary>
    public static IServiceCollection AddPaperGraphData(this IServiceCollection services, string connectionString) =>
        services.AddPaperGraphData(_ => DataSources.Create(connectionString));

    /// <summary>Registers a data source that is made when it is first needed, and belongs to the services.</summary>
    public static IServiceCollection AddPaperGraphData(
        this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> dataSource) => services
        .AddSingleton(dataSource)
        .AddPooledDbContextFactory<PaperGraphContext>((provider, options) =>
            options.UsePaperGraph(provider.GetRequiredService<NpgsqlDataSource>()));
}
