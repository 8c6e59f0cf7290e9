using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http;

public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Answers GraphQL over HTTP, by GET and POST, on <paramref name="pattern"/>. Builds the schema, so that one that is broken stops
    /// the start.
    /// </summary>
    /// <exception cref="Building.SchemaException">The schema breaks a rule, or the bindings do not fit it.</exception>
    /// <exception cref="InvalidOperationException">The option <see cref="GraphQLHttpOptions.Documents"/> names none.</exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/graphql")
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;
        var endpoint = new GraphQLEndpoint(
            services.GetRequiredService<Engine>(),
            options,
            options.Documents is null ? KnownDocuments.None : KnownDocuments.Read(options.Documents),
            new CrossOrigin(services.GetRequiredService<ICorsService>(), options.AllowedOrigins));

        RequestDelegate answer = endpoint.AnswerAsync;
        return endpoints
            .Map(pattern, options.Compress ? Compression.Around(answer, services) : answer)
            .WithDisplayName("GraphQL");
    }
}
