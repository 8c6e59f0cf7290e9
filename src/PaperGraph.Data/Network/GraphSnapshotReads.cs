using System.Data;
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
    /// Of each paper's related papers so many are edges, the closest. Each takes six bytes, so that all fifty would take more than
    /// everything else together; ten leave room within 200 bytes a paper, and of 1,285 real papers nine tenths of all links are among them.
    /// </summary>
    public const int MaxRelated = 10;

    private const double BytesPerNode = 3.3;

    /// <summary>The numbers of two nodes, for what is there twice; hardly any is.</summary>
    private const int LeastBytesPerEdge = 2;

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

    /// <summary>What papers have, as selects of two ids and a weight from 0 to 1.</summary>
    private static readonly (NodeKind To, string Select)[] Had =
    [
        (NodeKind.Concept, "select paper_id, concept_id, weight from paper_concepts"),
        (NodeKind.Topic, "select paper_id, topic_id, score from paper_topics"),
        (NodeKind.Repository, "select paper_id, repository_id, 1::real from paper_repositories"),
        (NodeKind.Author, "select paper_id, author_id, 1::real from authorships"),
    ];

    private const string Organizations = "select paper_id, organization_id, role from paper_organizations";

    private const string Citations = "select paper_id, cited_paper_id from citations";

    private const string Owners = "select id, organization_id from repositories where organization_id is not null";

    private static readonly string Related =
        $"select paper_id, related_ids[1:{MaxRelated}], scores[1:{MaxRelated}] from related_papers";

    private const string Estimate = """
        select
          sum(reltuples) filter (where relname in ('papers', 'concepts', 'topics', 'organizations', 'repositories', 'authors')),
          sum(reltuples) filter (where relname in
            ('paper_concepts', 'paper_topics', 'paper_organizations', 'paper_repositories', 'authorships', 'citations')),
          sum(reltuples) filter (where relname = 'related_papers')
            * (select avg_width from pg_stats where schemaname = current_schema() and tablename = 'related_papers' and attname = 'scores'),
          sum(reltuples) filter (where relname = 'papers')
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
        // An array has some twenty bytes beside its elements, which are four each. Of two related papers often each has the other.
        var related = Math.Min(MaxRelated * Rows(3), (Rows(2) - 20 * Rows(3)) / sizeof(float)) * 0.75;
        return (long)(Rows(0) * BytesPerNode + (Rows(1) + Math.Max(0, related)) * BytesPerEdge(Rows(3)));
    }

    /// <summary>An edge stands at both its ends, with a strength, and leads the farther the more nodes there are.</summary>
    private static double BytesPerEdge(double papers) => 2.2 + 0.2 * Math.Log2(papers + 1);

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
        foreach (var (to, select) in Had)
            await ReadAsync(select, row => builder.Add(NodeKind.Paper, row.Int64(), to, row.Int64(), row.Single()));
        await ReadAsync(
            Organizations, row => builder.Add(row.Int64(), row.Int64(), EnumName.Parse<OrganizationRole>(row.Text())));
        await ReadAsync(Owners, row => builder.Add(NodeKind.Repository, row.Int64(), NodeKind.Organization, row.Int64(), 1));
        await ReadAsync(Citations, row => builder.AddCitation(row.Int64(), row.Int64()));
        await ReadAsync(Related, row =>
        {
            var paper = row.Int64();
            var ids = row.Array(out var count);
            var scores = row.Array(out _);
            for (; count > 0; count--) builder.Add(NodeKind.Paper, paper, NodeKind.Paper, ids.Int64(), scores.Single());
        });
        var snapshot = builder.Build(asOf);
        return snapshot.Size <= maxSize ? snapshot : throw TooLarge(maxSize);

        Task ReadAsync(string select, BinaryCopy.TakeRow take) => BinaryCopy.ReadAsync(
            connection,
            select,
            row =>
            {
                take(row);
                if (nodes.Size + builder.Added * LeastBytesPerEdge > maxSize) throw TooLarge(maxSize);
            },
            cancellationToken);
    }

    private static GraphTooLargeException TooLarge(long maxSize) =>
        new($"The graph takes more than {MemorySize.Format(maxSize)} in memory.");

    private static Task ReadNodesAsync(
        NpgsqlConnection connection, string select, Dictionary<EdgeKind, List<long>> ids, CancellationToken cancellationToken) =>
        BinaryCopy.ReadAsync(
            connection,
            select,
            row =>
            {
                var kind = EnumName.Parse<EdgeKind>(row.Text());
                if (!ids.TryGetValue(kind, out var list)) ids.Add(kind, list = []);
                list.Add(row.Int64());
            },
            cancellationToken);
}
