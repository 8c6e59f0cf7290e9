using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
    /// The engine's options; without it <see cref="GraphQLHttpOptions.Limits"/>, with the <see cref="IDataRequestRunner"/> and the
    /// <see cref="TimeProvider"/> of the services, where there are such. Unexpected errors are logged where
    /// <see cref="EngineOptions.OnUnexpectedError"/> is not set, and slow requests, by <see cref="GraphQLHttpOptions.SlowRequest"/>,
    /// where <see cref="EngineOptions.OnSlowRequest"/> is not.
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
        Limits = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.Limits,
        Notice = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.Notice,
        DataRequests = services.GetService<IDataRequestRunner>(),
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
    };

    private static EngineOptions Logging(EngineOptions options, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<Engine>>();
        options = options with
        {
            OnUnexpectedError = options.OnUnexpectedError ?? ((exception, field) => UnexpectedErrorLog.Log(logger, exception, field)),
        };
        return options.OnSlowRequest is not null ? options : options with
        {
            SlowRequest = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.SlowRequest,
            OnSlowRequest = new SlowRequestLog(logger, options.Time).Log,
        };
    }
}
