using System.Data;
using System.Globalization;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Imports;
using PaperGraph.Model;
using PaperGraph.Network;

namespace PaperGraph.Data.Network;

/// <summary>
/// Reads the graph into memory: each table once, from its beginning to its end, in no order, and no column that is not needed. All of it in
/// one snapshot of the database.
/// </summary>
public static class GraphSnapshotReads
{
    /// <summary>
    /// Of each paper's related papers so many are edges, the closest. All fifty would take two thirds of the memory, for what the closest
    /// and the concepts in common say already.
    /// </summary>
    public const int MaxRelated = 5;

    /// <summary>What nodes and edges take in memory: a node has an id, a kind and an offset, an edge stands at both its ends.</summary>
    private const int BytesPerNode = 9;
    private const int BytesPerEdge = 8;

    /// <summary>Of each kind of node, a select of the kind of edge that leads to it and its id.</summary>
    private static readonly string[] Nodes =
    [
        "select 'RELATED', id from papers",
        "select kind, id from concepts",
        "select 'TOPIC', id from topics",
        "select 'ORGANIZATION', id from organizations",
        "select 'REPOSITORY', id from repositories",
        "select 'AUTHOR', id from authors",
    ];

    /// <summary>The edges between two kinds of nodes, as selects of two ids and a weight from 0 to 1.</summary>
    private static readonly (NodeKind From, NodeKind To, string Select)[] Edges =
    [
        (NodeKind.Paper, NodeKind.Concept, "select paper_id, concept_id, weight from paper_concepts"),
        (NodeKind.Paper, NodeKind.Topic, "select paper_id, topic_id, score from paper_topics"),
        (NodeKind.Paper, NodeKind.Organization, "select paper_id, organization_id, 1::real from paper_organizations"),
        (NodeKind.Paper, NodeKind.Repository, "select paper_id, repository_id, 1::real from paper_repositories"),
        (NodeKind.Paper, NodeKind.Author, "select paper_id, author_id, 1::real from authorships"),
        (
            NodeKind.Repository,
            NodeKind.Organization,
            "select id, organization_id, 1::real from repositories where organization_id is not null"),
        (
            NodeKind.Paper,
            NodeKind.Paper,
            $"""
            select r.paper_id, related.id, related.score
            from related_papers r
            cross join lateral unnest(r.related_ids[1:{MaxRelated}], r.scores[1:{MaxRelated}]) as related(id, score)
            """),
    ];

    private const string Estimate = """
        select
          sum(reltuples) filter (where relname in ('papers', 'concepts', 'topics', 'organizations', 'repositories', 'authors')),
          sum(reltuples) filter (where relname in
            ('paper_concepts', 'paper_topics', 'paper_organizations', 'paper_repositories', 'authorships')),
          sum(reltuples) filter (where relname = 'related_papers')
        from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and reltuples > 0
        """;

    /// <summary>
    /// What changes when an import is over, or concepts were made anew; and whether an import runs, by the lock that it holds
    /// (<see cref="ImportRunStore"/>).
    /// </summary>
    private static readonly string State = $"""
        select
          coalesce((select max(finished_at)::text from import_runs), '') || ' '
            || coalesce((select string_agg(xmin::text, ' ' order by stage) from stage_states), ''),
          exists (
            select
            from pg_locks
            where locktype = 'advisory' and classid = {ImportRunStore.Locks}
              and database = (select oid from pg_database where datname = current_database()))
        """;

    /// <summary>What the graph is made of, to be compared with what it was; and whether an import is at work on it.</summary>
    public static async Task<(string State, bool IsImporting)> StateAsync(
        NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(State);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetString(0), reader.GetBoolean(1));
    }

    /// <summary>About how many bytes the graph takes in memory, by the statistics of the database; null where it has none yet.</summary>
    public static async Task<long?> EstimateSizeAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Estimate);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (await reader.IsDBNullAsync(0, cancellationToken)) return null;
        double Rows(int column) => reader.IsDBNull(column) ? 0 : reader.GetDouble(column);
        return (long)(Rows(0) * BytesPerNode + (Rows(1) + Rows(2) * MaxRelated) * BytesPerEdge);
    }

    /// <param name="maxSize">In bytes. As much again is needed while it is made.</param>
    /// <exception cref="GraphTooLargeException">It takes more.</exception>
    public static async Task<GraphSnapshot> ReadAsync(NpgsqlDataSource dataSource, long maxSize, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        // However long it takes: a server's connections end statements that take longer than a request may.
        await transaction.ExecuteAsync("set local statement_timeout = 0", cancellationToken);
        var asOf = (await transaction.QueryAsync(
            "select now()", reader => reader.GetFieldValue<DateTimeOffset>(0), cancellationToken)).Single();

        var ids = new Dictionary<EdgeKind, List<long>>();
        foreach (var select in Nodes) await ReadNodesAsync(connection, select, ids, cancellationToken);
        var nodes = NodeTable.Create(ids);
        ids.Clear();

        var builder = new GraphSnapshotBuilder(nodes);
        foreach (var (from, to, select) in Edges)
        {
            await using var rows = await BeginAsync(connection, select, cancellationToken);
            while (await rows.StartRowAsync(cancellationToken) > 0)
            {
                builder.Add(
                    from, await rows.ReadAsync<long>(cancellationToken), to, await rows.ReadAsync<long>(cancellationToken),
                    await rows.ReadAsync<float>(cancellationToken));
                if (nodes.Count * (long)BytesPerNode + builder.Added * BytesPerEdge > maxSize)
                    throw new GraphTooLargeException(string.Create(
                        CultureInfo.InvariantCulture, $"The graph takes more than {maxSize / 1e6:N1} MB in memory."));
            }
        }
        return builder.Build(asOf);
    }

    private static async Task ReadNodesAsync(
        NpgsqlConnection connection, string select, Dictionary<EdgeKind, List<long>> ids, CancellationToken cancellationToken)
    {
        await using var rows = await BeginAsync(connection, select, cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) > 0)
        {
            var kind = EnumName.Parse<EdgeKind>(await rows.ReadAsync<string>(cancellationToken));
            if (!ids.TryGetValue(kind, out var list)) ids.Add(kind, list = []);
            list.Add(await rows.ReadAsync<long>(cancellationToken));
        }
    }

    private static async Task<NpgsqlBinaryExporter> BeginAsync(
        NpgsqlConnection connection, string select, CancellationToken cancellationToken)
    {
        var rows = await connection.BeginBinaryExportAsync($"copy ({select}) to stdout (format binary)", cancellationToken);
        rows.Timeout = Timeout.InfiniteTimeSpan;
        return rows;
    }
}
