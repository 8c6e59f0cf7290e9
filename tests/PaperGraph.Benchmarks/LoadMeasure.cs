using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PaperGraph.Data;
using PaperGraph.Data.Status;
using PaperGraph.Ingest;

namespace PaperGraph.Benchmarks;

/// <summary>
/// Many clients at once while an import runs beside them, and what <c>status</c> reads in between. Fails where an answer is an error
/// that does not say when to come again, or where the import does not end well.
/// </summary>
internal static class LoadMeasure
{
    public const string Argument = "load";

    private const int Clients = 250;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    /// <summary>The import may go on when the clients have left.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private static readonly string[] Queries =
    [
        "{ papers(first: 20) { totalCount nodes { title publishedOn concepts(first: 10) { nodes { name kind } } } } }",
        "{ concepts(first: 10) { nodes { name papers(first: 5) { edges { node { title } evidence { quote start } } } } } }",
        "{ organizations(first: 20) { nodes { name papers(first: 3) { totalCount nodes { title } } } } }",
        "{ papers(first: 3, where: { hasCode: true }) { nodes { title related(first: 5) { nodes { title } } } } }",
    ];

    /// <param name="connectionString">Of the database that is served and imported into.</param>
    /// <param name="paths">Pages, or folders of them.</param>
    public static async Task RunAsync(string connectionString, IReadOnlyList<string> paths)
    {
        await using var pool = DataSources.Create(connectionString);
        await using var server = await BenchmarkServer.StartAsync(pool);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = server.Address };
        using var timeout = new CancellationTokenSource(Timeout);

        var import = ImportAsync(connectionString, paths, timeout.Token);
        var answers = new ConcurrentBag<(HttpStatusCode Status, TimeSpan Took)>();
        var watch = Stopwatch.StartNew();
        var clients = Enumerable.Range(0, Clients).Select(number => AskAsync(client, number, answers, watch)).ToList();
        var statuses = await StatusAsync(connectionString, watch);
        await Task.WhenAll(clients);
        var imported = await import;

        Tell(answers, statuses, imported);
    }

    private static async Task AskAsync(HttpClient client, int number, ConcurrentBag<(HttpStatusCode, TimeSpan)> answers, Stopwatch watch)
    {
        for (var turn = number; watch.Elapsed < Duration; turn++)
        {
            var started = watch.Elapsed;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query = Queries[turn % Queries.Length] })),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await client.SendAsync(request);
            answers.Add((response.StatusCode, watch.Elapsed - started));
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            {
                var after = response.Headers.RetryAfter?.Delta
                    ?? throw new InvalidOperationException($"An answer {(int)response.StatusCode} does not say when to come again: {text}");
                await Task.Delay(after);
            }
            else if (response.StatusCode != HttpStatusCode.OK || text.StartsWith("{\"errors\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"An answer {(int)response.StatusCode} is an error: {text}");
            }
        }
    }

    private static async Task<(ImportResult Result, TimeSpan Took)> ImportAsync(
        string connectionString, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        await using var source = DataSources.Create(connectionString, ConnectionLimit.PoolSizeOfCommands);
        var files = paths.SelectMany<string, string>(
            path => Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path]);
        var watch = Stopwatch.StartNew();
        var result = await new Importer(source, TimeProvider.System).ImportAsync(
            files.Select(ImportSource.File), new ImportOptions(), progress: null, cancellationToken);
        return (result, watch.Elapsed);
    }

    /// <summary>How long <c>status</c> takes, from its first connection on, once a second.</summary>
    private static async Task<List<TimeSpan>> StatusAsync(string connectionString, Stopwatch watch)
    {
        var took = new List<TimeSpan>();
        while (watch.Elapsed < Duration)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var started = watch.Elapsed;
            await using var source = DataSources.Create(connectionString, ConnectionLimit.PoolSizeOfCommands);
            await DatabaseCounts.ReadAsync(source, CancellationToken.None);
            took.Add(watch.Elapsed - started);
        }
        return took;
    }

    private static void Tell(
        ConcurrentBag<(HttpStatusCode Status, TimeSpan Took)> answers, List<TimeSpan> statuses, (ImportResult Result, TimeSpan Took) import)
    {
        var times = answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Took).Order().ToList();
        Console.WriteLine(
            $"{Clients} clients at once for {Duration.TotalSeconds} seconds while an import runs, a pool of {DataSources.UsualPoolSize}");
        foreach (var status in answers.GroupBy(answer => answer.Status))
            Console.WriteLine($"  {(int)status.Key}          {status.Count(),10:N0} answers");
        if (times.Count > 0)
            Console.WriteLine(
                $"  half within  {times[times.Count / 2].TotalSeconds,10:N2} s, 99 of 100 within {times[times.Count * 99 / 100].TotalSeconds:N2} s");
        Console.WriteLine(
            $"  import       {import.Took.TotalSeconds,10:N1} s, {import.Result.PapersAdded:N0} papers, {import.Result.ProblemCount} problems");
        Console.WriteLine($"  status       {statuses.Max().TotalSeconds,10:N2} s at most, of {statuses.Count} times");
        Console.WriteLine();
    }
}
