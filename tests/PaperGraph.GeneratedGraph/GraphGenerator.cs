using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Search;

namespace PaperGraph.GeneratedGraph;

/// <summary>
/// Fills a database with invented papers and all that hangs on them, in the proportions of a large collection: the same for the same
/// number of papers and seed. Of 100,000 papers: 850,000 edges to 20,000 concepts whose frequencies follow Zipf's law, 1.2 million
/// mentions that are slices of the texts, two million links.
/// </summary>
public static class GraphGenerator
{
    /// <summary>To be raised where other rows are written than before.</summary>
    public const int Version = 4;

    private const int PapersAtOnce = 2_000;

    private const int Connections = 3;

    // Foreign keys are not checked row by row: a test counts what they would find. Only a superuser may say so.
    private const string Settings =
        "-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=256MB -c max_parallel_maintenance_workers=0";

    private const string MoveSequences = """
        do $$
        declare tables record;
        begin
          for tables in
            select table_name, pg_get_serial_sequence(quote_ident(table_name), 'id') as sequence
            from information_schema.columns
            where table_schema = current_schema() and column_name = 'id' and is_identity = 'YES'
          loop
            execute format('select setval(%L, coalesce((select max(id) from %I), 0) + 1, false)', tables.sequence, tables.table_name);
          end loop;
        end $$
        """;

    /// <param name="connectionString">Of an empty database, as a superuser; its tables are made first.</param>
    /// <param name="papers">How many; 100 at least.</param>
    /// <param name="progress">Hears what is done, in words.</param>
    public static async Task FillAsync(
        string connectionString, int papers, int seed = 1, IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(papers, 100);
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0, MaxPoolSize = Connections };
        settings.Options = $"{settings.Options} {Settings}".TrimStart();
        await using var database = NpgsqlDataSource.Create(settings);
        await DatabaseMigrations.MigrateAsync(database, cancellationToken);

        var indexes = await SecondaryIndexes.DropAsync(database, cancellationToken);
        await WriteAsync(database, new GraphSize(papers), seed, progress, cancellationToken);
        progress?.Report("building indexes");
        await RunAsync(indexes.Builds(), cancellationToken);
        progress?.Report("gathering statistics");
        await ExecuteAsync(database, MoveSequences, cancellationToken);
        await ExecuteAsync(database, SearchNamesSql.Fill, cancellationToken);
        await ExecuteAsync(database, GeneratedRanks.Fill, cancellationToken);
        await ExecuteAsync(database, GroupCountsFill.Statements, cancellationToken);
        await ExecuteAsync(database, "vacuum (analyze)", cancellationToken);
    }

    private static async Task WriteAsync(
        NpgsqlDataSource database, GraphSize size, int seed, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var tables = new GraphTables(database);
        var generator = new PaperGenerator(size, seed);
        var counts = new PaperCounts(size);
        var writing = Task.CompletedTask;
        foreach (var numbers in Enumerable.Range(0, size.Papers).Chunk(PapersAtOnce))
        {
            // The next papers are made up while PostgreSQL takes in those before.
            var papers = numbers.Select(generator.Generate).ToList();
            foreach (var paper in papers) counts.Add(paper);
            await writing;
            progress?.Report($"{numbers[0]:N0} of {size.Papers:N0} papers");
            writing = RunAsync(PaperTableCopies.Copies(tables, papers), cancellationToken);
        }
        await writing;
        progress?.Report("what papers share");
        await RunAsync(SharedRows.Copies(tables, size, generator, counts), cancellationToken);
        tables.ThrowIfAnyIsForgotten();
    }

    private static Task RunAsync(IEnumerable<Func<CancellationToken, Task>> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            work.ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancellationToken },
            async (run, token) => await run(token));

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
