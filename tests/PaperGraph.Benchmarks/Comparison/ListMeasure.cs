using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>How long one client waits for a paper, and for the first page of every list.</summary>
internal static class ListMeasure
{
    private const int Warmups = 8;

    private const int Times = 15;

    /// <param name="limit">Only queries that take longer than so many milliseconds are told; of all others, the longest.</param>
    public static async Task<string> RunAsync(int papers, string program, double limit)
    {
        await using var home = await GeneratedHome.OpenAsync(papers);
        await using var database = NpgsqlDataSource.Create(home.ConnectionString);
        var queries = await LatencyWorkload.CreateAsync(database);
        await using var server = await ComparedServer.PaperGraphAsync("PaperGraph", program, home.Folder);
        using var client = new HttpClient();
        var took = new List<(string Name, double Milliseconds)>();
        foreach (var query in queries)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { query = query.Text });
            took.Add((query.Name, await TimeAsync(client, server.GraphQL, body)));
        }
        return Tell(took, limit);
    }

    /// <summary>The median.</summary>
    private static async Task<double> TimeAsync(HttpClient client, Uri address, byte[] body)
    {
        var times = new List<double>();
        for (var i = -Warmups; i < Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await HttpClientLoad.PostAsync(client, address, body);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            else if (answer.AsSpan().IndexOf("\"errors\""u8) >= 0) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }
        times.Sort();
        return times[Times / 2];
    }

    private static string Tell(List<(string Name, double Milliseconds)> took, double limit)
    {
        var text = new StringBuilder("| | ms |\n|---|---|\n");
        void Add(string name, double milliseconds) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {milliseconds:0.0} |");

        var papers = took.Where(query => query.Name.StartsWith("paper ", StringComparison.Ordinal)).ToList();
        var ofRelated = papers.ToLookup(query => query.Name.EndsWith("related", StringComparison.Ordinal), query => query.Milliseconds);
        Add("a paper, median", Median([.. ofRelated[false]]));
        Add("a paper and its related ones, median", Median([.. ofRelated[true]]));
        var lists = took.Except(papers).OrderByDescending(query => query.Milliseconds).ToList();
        foreach (var (name, milliseconds) in lists.Where(query => query.Milliseconds > limit)) Add(name, milliseconds);
        var others = lists.Where(query => query.Milliseconds <= limit).ToList();
        if (others.Count > 0)
            Add($"the {others.Count} others of {lists.Count} lists, the longest ({others[0].Name})", others[0].Milliseconds);
        return text.ToString();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
