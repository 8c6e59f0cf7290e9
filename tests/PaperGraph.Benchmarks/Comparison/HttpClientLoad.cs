using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// Load from this process, for machines without wrk: it takes more of the processor, so that all servers look more alike.
/// </summary>
internal sealed class HttpClientLoad : ILoad
{
    public string Name => "HttpClient";

    public async Task<LoadFigures> RunAsync(
        Uri address, IReadOnlyList<byte[]> bodies, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        var times = new ConcurrentBag<List<double>>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async number =>
        {
            var own = new List<double>();
            for (var turn = number; watch.Elapsed < duration && !cancellationToken.IsCancellationRequested; turn++)
            {
                var began = watch.Elapsed;
                await PostAsync(client, address, bodies[turn % bodies.Count]);
                own.Add((watch.Elapsed - began).TotalMilliseconds);
            }
            times.Add(own);
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        var all = times.SelectMany(own => own).Order().ToList();
        return new LoadFigures(all.Count, seconds, all[all.Count / 2], all[all.Count * 99 / 100]);
    }

    public static async Task<byte[]> PostAsync(HttpClient client, Uri address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync(address, content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK
            ? answer
            : throw new InvalidOperationException(
                $"{address} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
    }
}
