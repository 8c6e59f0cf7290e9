using Npgsql;
using PaperGraph.Graph;
using PaperGraph.GraphQL.Http;

namespace PaperGraph.Benchmarks;

/// <summary>A server of this process with the graph on <c>/graphql</c>.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private BenchmarkServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<BenchmarkServer> StartAsync(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(source);
        builder.Services.AddPaperGraph();
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());

        var app = builder.Build();
        app.MapGraphQL("/graphql");
        await app.StartAsync();
        return new BenchmarkServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
