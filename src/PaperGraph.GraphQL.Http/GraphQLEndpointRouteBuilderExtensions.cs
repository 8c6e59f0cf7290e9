using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperGraph.GraphQL.Http.Documents;
using PaperGraph.GraphQL.Http.SingleConnection;
using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Streams;
using PaperGraph.GraphQL.Http.WebSockets;

namespace PaperGraph.GraphQL.Http;

public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Answers GraphQL on <paramref name="pattern"/>: over HTTP by GET and POST; subscriptions by Server-Sent Events, each over a
    /// connection of its own or many over one, and over WebSockets by graphql-transport-ws. Builds the schema, so that one
    /// that is broken stops the start.
    /// </summary>
    /// <exception cref="Building.SchemaException">The schema breaks a rule, or the bindings do not fit it.</exception>
    /// <exception cref="PersistedDocumentsException">
    /// The option <see cref="GraphQLHttpOptions.PersistedDocuments"/> names none, or some that cannot be executed against the schema.
    /// </exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/graphql") =>
        endpoints.Map(pattern, Pipeline(endpoints.ServiceProvider)).WithDisplayName("GraphQL");

    private static RequestDelegate Pipeline(IServiceProvider services)
    {
        var engine = services.GetRequiredService<Engine>();
        var options = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        var documents = options.PersistedDocuments is { } path ? PersistedDocumentStore.Read(path) : PersistedDocumentStore.None;
        documents.Check(engine);
        var reader = new RequestReader(options, documents, engine.Options.Limits.MaxInputDepth);
        var crossOrigin = new CrossOrigin(options.AllowedOrigins);
        var requests = ConcurrencyLimiters.Create(options.MaxConcurrentRequests);
        var subscriptions = ConcurrencyLimiters.Create(options.MaxSubscriptions);
        var connections = ConcurrencyLimiters.Create(options.MaxConnections);

        var runner = new OperationRunner(engine, options, requests, subscriptions, services.GetRequiredService<IServiceScopeFactory>());
        var sender = new ResponseSender(options, engine.Options.Time);
        var streams = new ResponseStreams(engine.Options.Time, subscriptions, sender, options.KeepAlive, stopping);
        var sockets = new WebSocketEndpoint(engine, options, reader, crossOrigin, runner, sender, connections, stopping);
        var singleConnection = new SingleConnectionEndpoint(engine, options, reader, runner, sender, connections, stopping);
        RequestDelegate answer = new GraphQLEndpoint(engine, options, reader, requests, sender, streams, singleConnection).AnswerAsync;
        if (options.Compress) answer = Compression.Around(answer, services);
        answer = crossOrigin.Around(answer, services);

        RequestDelegate answerOrConnect = new WebSocketMiddleware(
            context => context.WebSockets.IsWebSocketRequest ? sockets.AnswerAsync(context) : answer(context),
            Options.Create(new WebSocketOptions { KeepAliveInterval = options.KeepAlive, KeepAliveTimeout = options.KeepAlive }),
            services.GetRequiredService<ILoggerFactory>()).Invoke;
        // No WebSocket is opened by POST, so that most requests do without what the middleware makes for each.
        return context => HttpMethods.IsPost(context.Request.Method) ? answer(context) : answerOrConnect(context);
    }
}
