using System.Globalization;
using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.GeneratedGraph;
using PaperGraph.Ingest.Linking;
using PaperGraph.Postgres;

namespace PaperGraph.Benchmarks;

/// <summary>
/// Links invented papers by what they are compared by, in a database that has nothing else: all of them, and then 18 more. The processor
/// time is that of this process and of PostgreSQL, the memory this process's greatest.
/// </summary>
internal static class LinkMeasure
{
    private const int Portion = 5_000;
    private const int MorePapers = 18;

    private const string Sizes = """
        select c.relname, pg_total_relation_size(c.oid), c.reltuples::bigint
        from pg_class c
        where c.relkind = 'r' and c.relname in ('paper_features', 'related_papers', 'link_postings')
        order by c.relname
        """;

    private const string Rows = """
        select coalesce(sum(n_tup_ins), 0)::bigint, coalesce(sum(n_tup_upd), 0)::bigint
        from pg_stat_xact_user_tables
        where relname in ('paper_features', 'related_papers', 'link_postings')
        """;

    public static Task RunAsync(int papers, CancellationToken cancellationToken) => ProcessorWatch.OverEmptyAsync(
        Path.Combine(GeneratedHome.Root, $"links-{papers}"), postgres => RunAsync(postgres, papers, cancellationToken), cancellationToken);

    private static async Task RunAsync(PrivatePostgres postgres, int papers, CancellationToken cancellationToken)
    {
        // There are no papers that the rows could belong to.
        var settings = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { CommandTimeout = 0 };
        settings.Options = $"{settings.Options} -c session_replication_role=replica".TrimStart();
        await using var database = NpgsqlDataSource.Create(settings);
        var watch = new ProcessorWatch(postgres);

        for (var first = 0; first < papers; first += Portion)
        {
            var features = GeneratedFeatures.Create(papers, first, Math.Min(Portion, papers - first));
            await InTransactionAsync(
                database, transaction => StoreAsync(transaction, features, cancellationToken), cancellationToken);
        }
        watch.Tell($"{papers:N0} papers invented, and what they are compared by made and stored");

        await InTransactionAsync(
            database,
            transaction => new FullLinking(transaction, Portion, [], null).LinkAllAsync(cancellationToken),
            cancellationToken);
        watch.Tell("linked and stored");
        await TellSizesAsync(database, papers, cancellationToken);

        for (var more = 1; more <= 3; more++)
        {
            var added = GeneratedFeatures.Create(papers, papers + more * MorePapers, MorePapers);
            watch.Begin();
            await InTransactionAsync(
                database, transaction => AddAsync(transaction, papers, added, cancellationToken), cancellationToken);
            watch.Tell($"{MorePapers} more linked and stored");
        }
    }

    private static Task StoreAsync(
        NpgsqlTransaction transaction, IEnumerable<(long Id, PaperFeatures Features)> papers, CancellationToken cancellationToken) =>
        FeaturesUpserts.ReplaceAsync(
            transaction, [.. papers.Select(paper => LinkRows.From(paper.Id, 0, paper.Features))], PaperLinker.Version, cancellationToken);

    private static async Task AddAsync(
        NpgsqlTransaction transaction,
        int papers,
        IReadOnlyList<(long Id, PaperFeatures Features)> added,
        CancellationToken cancellationToken)
    {
        await StoreAsync(transaction, added, cancellationToken);
        var store = new CountingLinkStore(new LinkStore(transaction));
        var update = new LinkUpdate(store, papers, Environment.ProcessorCount);
        var changes = await update.RunAsync(
            [.. added.Select(paper => new ChangedPaper(paper.Id, null, paper.Features))], papers, cancellationToken);
        await PostingsUpserts.ReplaceAsync(transaction, [.. changes!.Postings.Select(LinkRows.From)], cancellationToken);
        await LinkUpserts.ReplaceAsync(transaction, [.. changes.Links.Select(LinkRows.From)], cancellationToken);
        await using var command = new NpgsqlCommand(Rows, transaction.Connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        Console.WriteLine(
            $"            {changes.Links.Count:N0} lists and {changes.Postings.Count:N0} parts of postings changed; "
            + $"{reader.GetInt64(0):N0} rows inserted, {reader.GetInt64(1):N0} updated; read: {store}");
    }

    private static async Task TellSizesAsync(NpgsqlDataSource database, int papers, CancellationToken cancellationToken)
    {
        await using (var analyze = database.CreateCommand("analyze paper_features, related_papers, link_postings"))
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        await using var command = database.CreateCommand(Sizes);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sum = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            sum += reader.GetInt64(1);
            Console.WriteLine(
                $"            {reader.GetString(0)}: {reader.GetInt64(2):N0} rows, {reader.GetInt64(1) / papers} bytes a paper");
        }
        Console.WriteLine($"            together {sum / papers} bytes a paper");
    }

    private static async Task InTransactionAsync(
        NpgsqlDataSource database, Func<NpgsqlTransaction, Task> run, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await run(transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Counts the rows that an update reads.</summary>
    private sealed class CountingLinkStore(ILinkStore store) : ILinkStore
    {
        private int postings;
        private int features;
        private int floors;
        private int lists;

        public async Task<IReadOnlyList<StoredPostings>> ReadPostingsAsync(
            IReadOnlyCollection<long> wanted, CancellationToken cancellationToken) =>
            Count(ref postings, await store.ReadPostingsAsync(wanted, cancellationToken));

        public async Task<IReadOnlyList<(long PaperId, PaperFeatures Features)>> ReadFeaturesAsync(
            IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
            Count(ref features, await store.ReadFeaturesAsync(papers, cancellationToken));

        public async Task<IReadOnlyList<(long PaperId, float Floor)>> ReadFloorsAsync(
            IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
            Count(ref floors, await store.ReadFloorsAsync(papers, cancellationToken));

        public async Task<IReadOnlyList<StoredLinks>> ReadLinksAsync(
            IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
            Count(ref lists, await store.ReadLinksAsync(papers, cancellationToken));

        public Task<LinkFeatureLookup> ReadConceptsAsync(IReadOnlyCollection<long> concepts, CancellationToken cancellationToken) =>
            store.ReadConceptsAsync(concepts, cancellationToken);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{postings:N0} parts of postings, {features:N0} features, {floors:N0} floors, {lists:N0} lists");

        private static IReadOnlyList<T> Count<T>(ref int sum, IReadOnlyList<T> rows)
        {
            sum += rows.Count;
            return rows;
        }
    }
}
