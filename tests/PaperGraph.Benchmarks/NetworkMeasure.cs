using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PaperGraph.Data.Network;
using PaperGraph.Model;
using PaperGraph.Network;
using PaperGraph.Network.Neighborhoods;
using PaperGraph.Network.Paths;

namespace PaperGraph.Benchmarks;

/// <summary>
/// What it takes of the processor to find paths, neighborhoods and what papers have in common in the graph in memory, and how long
/// PostgreSQL takes for the same question asked as a recursive common table expression, which is given some seconds.
/// </summary>
internal static class NetworkMeasure
{
    private const int Times = 200;

    private const int TimesOfSql = 10;

    private const int MaxSteps = 2_000_000;

    private const int SecondsOfSql = 10;

    /// <summary>All edges, both ways, with the degree of the node that they lead to.</summary>
    private static readonly string Edges = $"""
        create temporary table network_edges as
        with edges(a, b) as (
          select paper_id, -concept_id from paper_concepts
          union all select paper_id, -10000000 - author_id from authorships
          union all select paper_id, -20000000 - topic_id from paper_topics
          union all select paper_id, -30000000 - organization_id from paper_organizations
          union all select paper_id, -40000000 - repository_id from paper_repositories
          union all
          select r.paper_id, related from related_papers r, unnest(r.related_ids[1:{GraphSnapshotReads.MaxRelated}]) as related),
        both_ways(a, b) as (select a, b from edges union select b, a from edges),
        degrees(node, degree) as (select a, count(*) from both_ways group by a)
        select e.a, e.b, 0.5 * ln(d.degree) as cost from both_ways e join degrees d on d.node = e.b;
        create index on network_edges (a);
        analyze network_edges;
        """;

    private const string Paths = """
        with recursive walks(nodes, cost) as (
          select array[$1::bigint], 0::double precision
          union all
          select w.nodes || e.b, w.cost + e.cost
          from walks w
          join network_edges e on e.a = w.nodes[cardinality(w.nodes)]
          where e.b <> all (w.nodes) and cardinality(w.nodes) <= $3 and w.nodes[cardinality(w.nodes)] <> $2)
        select nodes, cost from walks where nodes[cardinality(nodes)] = $2 order by cost limit 5
        """;

    private const string Around = """
        with recursive around(node, hops, cost) as (
          select $1::bigint, 0, 0::double precision
          union
          select e.b, a.hops + 1, a.cost + e.cost from around a join network_edges e on e.a = a.node where a.hops < $3)
        select node, min(cost) from around where $2 > 0 group by node order by 2 limit 100
        """;

    private const string Common = """
        select b, count(*)
        from network_edges
        where a in ($1::bigint, $2::bigint) and $3 > 0
        group by b
        having count(*) > 1
        order by min(cost)
        limit 20
        """;

    /// <param name="withStatements">Whether PostgreSQL is asked as well, over a table of all edges that is made for it.</param>
    public static async Task RunAsync(int papers, bool withStatements)
    {
        await using var home = await GeneratedHome.OpenAsync(papers);
        await using var database = NpgsqlDataSource.Create(home.ConnectionString);
        var began = (Clock: Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var graph = await GraphSnapshotReads.ReadAsync(database, long.MaxValue, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {graph.NodeCount:N0} nodes and {graph.EdgeCount:N0} edges were read in
            {Stopwatch.GetElapsedTime(began.Clock).TotalSeconds:N1} s, {(Environment.CpuUsage.TotalTime - began.TotalTime).TotalSeconds:N1} s of this process's time;
            they take {graph.Size / 1e6:N1} MB, {graph.Size / papers} bytes a paper.

            | | in memory: median, 95th percentile, ended at the limit | a recursive CTE: median, not done in {SecondsOfSql} s |
            |---|---|---|
            """));
        await using var connection = await database.OpenConnectionAsync();
        if (withStatements) await ExecuteAsync(connection, Edges);
        await ExecuteAsync(connection, $"set statement_timeout = '{SecondsOfSql}s'");

        var filter = new HopFilter(graph.Nodes);
        var random = new Random(1);
        List<(int First, int Second)> pairs = [.. Enumerable.Range(0, Times).Select(_ => (random.Next(papers), random.Next(papers)))];
        foreach (var (hops, count) in new[] { (2, 5), (4, 5), (6, 20) })
        {
            await AddAsync(
                $"{count} paths of {hops} hops at most", Paths, hops,
                (pair, work) => PathSearch.Find(graph, filter, work, pair.First, pair.Second, hops, count).IsTruncated);
        }
        foreach (var hops in new[] { 1, 2, 3 })
        {
            await AddAsync(
                $"a neighborhood of {hops} hops, 100 nodes", Around, hops,
                (pair, work) =>
                {
                    NeighborhoodSearch.Find(graph, filter, work, [pair.First], hops, 100);
                    return work.IsMet;
                });
        }
        await AddAsync("what two papers have in common", Common, 1, (pair, work) =>
        {
            CommonNeighborSearch.Find(graph, filter, work, [pair.First, pair.Second], 20);
            return work.IsMet;
        });

        async Task AddAsync(string name, string sql, int hops, Func<(int First, int Second), WorkLimit, bool> search)
        {
            var times = new List<double>();
            var limited = 0;
            foreach (var pair in pairs)
            {
                var work = new WorkLimit(MaxSteps, CancellationToken.None);
                var start = ProcessFigures.CpuOfThread();
                if (search(pair, work)) limited++;
                times.Add(ProcessFigures.CpuOfThread() - start);
            }
            times.Sort();
            var statements = withStatements ? await TimeAsync(connection, graph, sql, hops, pairs) : "not asked";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {times[Times / 2]:N2} ms, {times[Times * 95 / 100]:N2} ms, {limited} of {Times} | {statements} |"));
        }
    }

    private static async Task<string> TimeAsync(
        NpgsqlConnection connection, GraphSnapshot graph, string sql, int hops, List<(int First, int Second)> pairs)
    {
        var times = new List<double>();
        var failed = 0;
        foreach (var (first, second) in pairs.Take(TimesOfSql))
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            command.Parameters.Add(new() { Value = graph.Nodes.IdOf(first) });
            command.Parameters.Add(new() { Value = graph.Nodes.IdOf(second) });
            command.Parameters.Add(new() { Value = hops });
            var began = Stopwatch.GetTimestamp();
            try
            {
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                }
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
            {
                failed++;
            }
        }
        times.Sort();
        var median = times.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:N1} ms");
        return $"{median}, {failed} of {TimesOfSql}";
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
