using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// The ceiling, PaperGraph and GraphQL.NET over one generated database: the answers are compared first, then the servers take turns under
/// the same load.
/// </summary>
internal sealed class CompareMeasure(CompareOptions options, ILoad load)
{
    /// <summary>
    /// Not counted before each round: while the others have their turns, a server may close connections that it does not use. What it takes
    /// to open them, and to plan statements over them, would be of the length of a round and not of a request.
    /// </summary>
    private static readonly TimeSpan Reopening = TimeSpan.FromSeconds(2);

    public async Task<CompareTable> RunAsync(CancellationToken cancellationToken)
    {
        await using var home = await GeneratedHome.OpenAsync(options.Papers);
        await using var database = NpgsqlDataSource.Create(home.ConnectionString);
        var queries = await ComparisonWorkload.CreateAsync(database, options.Only);
        await using var ceiling = await ComparedServer.CeilingAsync(home.ConnectionString);
        await using var paperGraph = await ComparedServer.PaperGraphAsync("PaperGraph", options.Program, home.Folder);
        await using var peer = await ComparedServer.PeerAsync(home.ConnectionString);
        ComparedServer[] ServersFor(ComparedQuery query) => query.HasPeer ? [ceiling, paperGraph, peer] : [ceiling, paperGraph];

        foreach (var query in queries) await CompareAnswersAsync(query, ServersFor(query));
        var sets = queries.Sum(query => query.Variables.Count);
        Console.WriteLine($"The answers to {queries.Count} queries agree, with {sets} sets of variables.");

        var table = new CompareTable();
        foreach (var query in queries)
        {
            var servers = ServersFor(query);
            foreach (var server in servers)
            {
                await load.RunAsync(
                    server.AddressFor(query), server.BodiesFor(query), options.Connections, options.Warmup, cancellationToken);
            }
            var figures = servers.Select(_ => new ServerFigures()).ToArray();
            for (var round = 0; round < options.Rounds; round++)
            {
                // Each round begins with another server, so that what comes first or last favours none.
                for (var turn = 0; turn < servers.Length; turn++)
                {
                    var i = (round + turn) % servers.Length;
                    figures[i].Add(await RoundAsync(servers[i], query, home.PostmasterId, cancellationToken));
                }
            }
            Console.WriteLine(table.Add(query, figures));
        }
        return table;
    }

    private async Task<RoundFigures> RoundAsync(
        ComparedServer server, ComparedQuery query, int postmaster, CancellationToken cancellationToken)
    {
        await load.RunAsync(server.AddressFor(query), server.BodiesFor(query), options.Connections, Reopening, cancellationToken);
        var (program, postgres) = (ProcessFigures.Cpu(server.ProcessId), ProcessFigures.CpuWithChildren(postmaster));
        var seen = await load.RunAsync(
            server.AddressFor(query), server.BodiesFor(query), options.Connections, options.Round, cancellationToken);
        program = ProcessFigures.Cpu(server.ProcessId) - program;
        postgres = ProcessFigures.CpuWithChildren(postmaster) - postgres;
        var (resident, own) = ProcessFigures.Memory(server.ProcessId);
        return new RoundFigures(seen, program / seen.Answers, postgres / seen.Answers, resident, own);
    }

    private static async Task CompareAnswersAsync(ComparedQuery query, ComparedServer[] servers)
    {
        using var client = new HttpClient();
        for (var i = 0; i < query.Variables.Count; i++)
        {
            var expected = await AskAsync(client, servers[0], query, i);
            foreach (var server in servers.Skip(1))
            {
                var actual = await AskAsync(client, server, query, i);
                if (!JsonElement.DeepEquals(expected, actual))
                {
                    throw new InvalidOperationException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{query.Name}, variables {i}: the answers differ.\n{servers[0].Name}: {expected}\n{server.Name}: {actual}"));
                }
            }
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, ComparedServer server, ComparedQuery query, int variables) =>
        JsonSerializer.Deserialize<JsonElement>(
            await HttpClientLoad.PostAsync(client, server.AddressFor(query), server.BodiesFor(query)[variables]));
}
