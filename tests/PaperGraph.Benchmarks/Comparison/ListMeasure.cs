using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// How long one client waits for a paper, for the first page of every list, for searches, groups and trends, and what processor time each
/// takes of server and PostgreSQL together: on a machine with other work that alone says something.
/// </summary>
internal static class ListMeasure
{
    private const int Warmups = 8;

    private const int Times = 12;

    /// <param name="limit">Only queries that take longer than so many milliseconds are told; of all others, the longest.</param>
    public static async Task<string> RunAsync(int papers, string program, double limit)
    {
        await using var home = await GeneratedHome.OpenAsync(papers);
        await using var database = NpgsqlDataSource.Create(home.ConnectionString);
        var queries = await LatencyWorkload.CreateAsync(database);
        await using var server = await ComparedServer.PaperGraphAsync("PaperGraph", program, home.Folder);
        using var client = new HttpClient();
        int[] processes = [server.ProcessId, home.PostmasterId];
        var took = new List<Took>();
        foreach (var query in queries)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { query = query.Text });
            took.Add(await TimeAsync(client, server.GraphQL, query, body, processes));
        }
        return Tell(took, limit);
    }

    private static async Task<Took> TimeAsync(HttpClient client, Uri address, TimedQuery query, byte[] body, int[] processes)
    {
        var times = new List<double>();
        var before = 0.0;
        for (var i = -Warmups; i < Times; i++)
        {
            if (i == 0) before = processes.Sum(ProcessFigures.ExactCpuWithChildren);
            var began = Stopwatch.GetTimestamp();
            var answer = await HttpClientLoad.PostAsync(client, address, body);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            else if (answer.AsSpan().IndexOf("\"errors\""u8) >= 0) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }
        var processor = processes.Sum(ProcessFigures.ExactCpuWithChildren) - before;
        return new Took(query, Median(times), processor / 1000 / Times);
    }

    private static string Tell(List<Took> took, double limit)
    {
        var text = new StringBuilder("| | ms | of the processor |\n|---|---|---|\n");
        void Add(string name, double milliseconds, double processor) =>
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {milliseconds:0.0} | {processor:0.0} |");

        foreach (var kind in took.Where(one => one.Query.Kind != TimedKind.List).GroupBy(one => one.Query.Kind))
        {
            if (kind.Key is TimedKind.Paper or TimedKind.RelatedPapers)
            {
                var name = kind.Key == TimedKind.Paper ? "a paper, median" : "a paper and its related ones, median";
                Add(name, Median(kind.Select(one => one.Milliseconds)), Median(kind.Select(one => one.Processor)));
            }
            else foreach (var one in kind) Add(one.Query.Name, one.Milliseconds, one.Processor);
        }
        var lists = took.Where(one => one.Query.Kind == TimedKind.List).OrderByDescending(one => one.Processor).ToList();
        foreach (var one in lists.Where(one => one.Processor > limit)) Add(one.Query.Name, one.Milliseconds, one.Processor);
        var others = lists.Where(one => one.Processor <= limit).ToList();
        if (others.Count > 0)
            Add(
                $"the {others.Count} others of {lists.Count} lists, the longest ({others[0].Query.Name})",
                others[0].Milliseconds, others[0].Processor);
        return text.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="Milliseconds">Half of the times it took longer.</param>
    /// <param name="Processor">Milliseconds of the processor that a request took.</param>
    private sealed record Took(TimedQuery Query, double Milliseconds, double Processor);
}
