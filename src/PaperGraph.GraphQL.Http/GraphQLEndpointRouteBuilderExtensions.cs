using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaperGraph.GraphQL.Http;

public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Answers GraphQL over HTTP, by GET and POST, on <paramref name="pattern"/>. Builds the schema, so that one that is broken stops
    /// the start.
    /// </summary>
    /// <exception cref="Building.SchemaException">The schema breaks a rule, or the bindings do not fit it.</exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/graphql")
    {
        var services = endpoints.ServiceProvider;
        var endpoint = new GraphQLEndpoint(
            services.GetRequiredService<Engine>(),
            services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value);
        return endpoints.Map(pattern, endpoint.AnswerAsync).WithDisplayName("GraphQL");
    }
}
