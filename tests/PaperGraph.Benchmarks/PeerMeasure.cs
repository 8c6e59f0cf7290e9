using System.Text.Json;
using Npgsql;

namespace PaperGraph.Benchmarks;

/// <summary>The graph beside GraphQL.NET with EF Core on the same queries and data: first the answers, then the two take turns.</summary>
internal static class PeerMeasure
{
    public const string Argument = "peer";

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private const int Rounds = 3;

    private static readonly (string Name, string Query)[] Queries =
    [
        ("nothing but __typename", "{ __typename }"),
        ("a paper, organizations, repositories, concepts", """
            query($paper: String!) {
              paper(by: { slug: $paper }) {
                title publishedOn organizations { nodes { name } } repositories { nodes { url } }
                concepts { nodes { name kind } }
              }
            }
            """),
        ("the 20 newest, organizations, 5 concepts each",
            "{ papers(first: 20) { nodes { title organizations { nodes { name } } concepts(first: 5) { nodes { name kind } } } } }"),
        ("the same up to a day", """
            query($day: Date!) {
              papers(first: 20, where: { publishedOn: { to: $day } }) {
                nodes { title organizations { nodes { name } } concepts(first: 5) { nodes { name kind } } }
              }
            }
            """),
        ("a paper, 10 related, 5 concepts each", """
            query($paper: String!) {
              paper(by: { slug: $paper }) { related(first: 10) { nodes { title concepts(first: 5) { nodes { name } } } } }
            }
            """),
        ("a concept, 20 papers, organizations, repositories", """
            query($concept: String!) {
              concept(by: { slug: $concept }) {
                papers(first: 20) { nodes { title organizations { nodes { name } } repositories { nodes { url } } } }
              }
            }
            """),
    ];

    public static async Task RunAsync(BenchmarkServer server, NpgsqlDataSource source, string paper)
    {
        using var client = HttpMeasure.CreateClient(server);
        var concept = await OneAsync(source, "select slug from concepts order by paper_count desc, id limit 1");
        var day = await OneAsync(source, "select coalesce(max(published_on) - 1, current_date)::text from papers");
        Console.WriteLine();
        Console.WriteLine($"Beside GraphQL.NET with EF Core and data loaders, {Rounds} rounds of {Round.TotalSeconds} seconds each way");
        Console.WriteLine("                                                     GraphQL.NET, a second   graph, a second   ratio");
        foreach (var (name, query) in Queries)
        {
            var variables = new Dictionary<string, string>();
            if (query.Contains("$paper", StringComparison.Ordinal)) variables["paper"] = paper;
            if (query.Contains("$concept", StringComparison.Ordinal)) variables["concept"] = concept;
            if (query.Contains("$day", StringComparison.Ordinal)) variables["day"] = day;
            await CompareAsync(client, name, JsonSerializer.SerializeToUtf8Bytes(new { query, variables }));
        }
    }

    private static async Task CompareAsync(HttpClient client, string name, byte[] body)
    {
        await HttpMeasure.AgreeAsync(client, body, "/peer");
        await HttpMeasure.CountAsync(client, "/peer", body, Warmup);
        await HttpMeasure.CountAsync(client, "/graphql", body, Warmup);
        double peerRate = 0, graphRate = 0;
        for (var round = 0; round < Rounds; round++)
        {
            peerRate += await HttpMeasure.CountAsync(client, "/peer", body, Round) / Rounds;
            graphRate += await HttpMeasure.CountAsync(client, "/graphql", body, Round) / Rounds;
        }
        Console.WriteLine($"  {name,-52} {peerRate,17:N0} {graphRate,17:N0} {graphRate / peerRate,7:N2}");
    }

    private static async Task<string> OneAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
