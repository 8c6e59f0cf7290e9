using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>
/// The services of a request, asked for when a resolver first asks for one: most requests need none, and do without a scope of their own.
/// </summary>
internal sealed class RequestServices(HttpContext context) : IServiceProvider
{
    public object? GetService(Type serviceType) => context.RequestServices.GetService(serviceType);
}
