using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DI;
using GraphQL.Transport;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Benchmarks.Peer;

/// <summary>GraphQL.NET over HTTP with EF Core.</summary>
internal static class PeerServer
{
    public const string Argument = "peer-server";

    private const int MaxDocuments = 1_000;

    public static async Task RunAsync(string connectionString, string url)
    {
        await using var database = DataSources.Create(connectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        AddPeer(builder.Services, database);
        var app = builder.Build();
        app.MapPost("/peer", AnswerAsync);
        await app.RunAsync();
    }

    private static void AddPeer(IServiceCollection services, NpgsqlDataSource source)
    {
        services.AddPooledDbContextFactory<PaperGraphContext>(options =>
            options.UsePaperGraph(source).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddScoped<PeerLoaders>();
        var documents = new ConcurrentDictionary<string, GraphQLDocument>(StringComparer.Ordinal);
        services.AddGraphQL(builder => builder
            .AddSystemTextJson()
            .AddSchema<PeerSchema>()
            .AddGraphTypes(typeof(PeerSchema).Assembly)
            .ConfigureExecution((options, next) => ExecuteAsync(documents, options, next)));
    }

    private static async Task AnswerAsync(HttpContext http, IDocumentExecuter<PeerSchema> executer, IGraphQLTextSerializer serializer)
    {
        var request = await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted)
            ?? throw new InvalidOperationException("The body is empty.");
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = request.Query,
            Variables = request.Variables,
            OperationName = request.OperationName,
            RequestServices = http.RequestServices,
            CancellationToken = http.RequestAborted,
        });
        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    /// <summary>Parses and validates a document once, as the package GraphQL.MemoryCache does, which is not on the feed.</summary>
    private static async Task<ExecutionResult> ExecuteAsync(
        ConcurrentDictionary<string, GraphQLDocument> documents, ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is { } query && documents.TryGetValue(query, out var known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }
        var result = await next(options);
        if (result is { Executed: true, Document: { } document } && options.Query is { } text && documents.Count < MaxDocuments)
            documents.TryAdd(text, document);
        return result;
    }
}
