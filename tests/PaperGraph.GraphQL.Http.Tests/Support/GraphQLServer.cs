using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>A real server on a free port, with the test schema on <c>/graphql</c>.</summary>
public sealed class GraphQLServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeLogCollector log = FakeLogCollector.Create(new()
    {
        FilteredLevels = { LogLevel.Warning, LogLevel.Error, LogLevel.Critical },
    });
    private readonly WebApplication app;

    public GraphQLServer()
        : this(_ => { })
    {
    }

    private GraphQLServer(Action<GraphQLHttpOptions> configure, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new FakeLoggerProvider(log));
        builder.Services.AddGraphQL(_ => TestSchema.Build(Waiting));
        builder.Services.Configure(configure);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        app = builder.Build();
        app.MapGraphQL();
    }

    /// <summary>The address of the endpoint.</summary>
    public Uri Address => new(app.Urls.Single() + "/graphql");

    internal Waiting Waiting { get; } = new();

    /// <summary>What was logged as an error or worse.</summary>
    internal IReadOnlyList<FakeLogRecord> Errors => [.. log.GetSnapshot().Where(record => record.Level >= LogLevel.Error)];

    internal IReadOnlyList<FakeLogRecord> Warnings => [.. log.GetSnapshot().Where(record => record.Level == LogLevel.Warning)];

    public static async Task<GraphQLServer> StartAsync(Action<GraphQLHttpOptions> configure, TimeProvider? time = null)
    {
        var server = new GraphQLServer(configure, time);
        try
        {
            await server.InitializeAsync();
            return server;
        }
        catch
        {
            await server.app.DisposeAsync();
            throw;
        }
    }

    public Task StopAsync() => app.StopAsync();

    public Task InitializeAsync() => app.StartAsync();

    async Task IAsyncLifetime.DisposeAsync() => await app.DisposeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
