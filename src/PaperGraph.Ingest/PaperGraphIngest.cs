using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaperGraph.Ingest;

/// <summary>Registers the import.</summary>
public static class PaperGraphIngest
{
    /// <summary>Adds an <see cref="Importer"/> into the data source that is registered.</summary>
    public static IServiceCollection AddPaperGraphIngest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<Importer>();
    }
}
