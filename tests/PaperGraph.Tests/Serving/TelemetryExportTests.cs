using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Serving;

public sealed class TelemetryExportTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new();
    private TestDatabase database = null!;
    private WebApplication collector = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            // Protocol buffers keep texts as they are, in UTF-8.
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            received.AddOrUpdate(signal, text, (_, before) => before + text);
        });
        await collector.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await collector.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_collector_receives_traces_metrics_and_logs_of_requests_the_engine_and_the_database()
    {
        using var server = PaperGraphProcess.Start(
            ["serve", "--no-sample", "--urls", "http://127.0.0.1:0", "--database", database.ConnectionString],
            new()
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SERVICE_NAME"] = "papers-of-the-reading-group",
                ["GraphQL__SlowRequest"] = "00:00:00.0000001",
            });
        var address = (await server.ReadUntilAsync("PaperGraph serves")).Split(' ')
            .Single(word => word.StartsWith("http", StringComparison.Ordinal));
        using (var client = new HttpClient())
            await client.GetStringAsync(new Uri($"{address}?query=query Counting {{ papers {{ totalCount }} }}"));
        server.Terminate();
        (await server.EndAsync()).ExitCode.ShouldBe(0);

        received.Keys.Order().ShouldBe(["logs", "metrics", "traces"]);
        foreach (var signal in received.Values) signal.ShouldContain("papers-of-the-reading-group");
        foreach (var source in new[] { "Microsoft.AspNetCore", "Npgsql", "PaperGraph.GraphQL", "/graphql" })
            received["traces"].ShouldContain(source);
        foreach (var meter in new[] { "http.server.request.duration", "dotnet.gc.collections", "db.client", "graphql." })
            received["metrics"].ShouldContain(meter);
        received["logs"].ShouldContain("Counting");
    }
}
