using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Http;

public static class GraphQLServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="Engine"/> for the schema that <paramref name="schema"/> makes. <see cref="GraphQLHttpOptions"/> are read from the
    /// section <c>GraphQL</c> of the configuration, and can be set with <c>services.Configure&lt;GraphQLHttpOptions&gt;(…)</c>.
    /// </summary>
    /// <param name="engine">
    /// The engine's options; without it the defaults, with the <see cref="IReadRunner"/> and the <see cref="TimeProvider"/> of the
    /// services, where there are such. Unexpected errors are logged where <see cref="EngineOptions.OnUnexpectedError"/> is not set.
    /// </param>
    public static IServiceCollection AddGraphQL(
        this IServiceCollection services,
        Func<IServiceProvider, Schema> schema,
        Func<IServiceProvider, EngineOptions>? engine = null)
    {
        services.AddOptions<GraphQLHttpOptions>().BindConfiguration("GraphQL").ValidateDataAnnotations().ValidateOnStart();
        services.AddCors();
        return services.AddSingleton(provider =>
            new Engine(schema(provider), Logging(engine?.Invoke(provider) ?? Usual(provider), provider)));
    }

    private static EngineOptions Usual(IServiceProvider services) => new()
    {
        Reads = services.GetService<IReadRunner>(),
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
    };

    private static EngineOptions Logging(EngineOptions options, IServiceProvider services)
    {
        if (options.OnUnexpectedError is not null) return options;
        var logger = services.GetRequiredService<ILogger<Engine>>();
        return options with { OnUnexpectedError = (exception, field) => UnexpectedErrors.Log(logger, exception, field) };
    }
}
