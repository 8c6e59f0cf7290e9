using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Data;

namespace PaperGraph.Ingest.Tests;

/// <summary>An empty, migrated database of a test's own, and an importer into it.</summary>
internal sealed class ImportDatabase : IAsyncDisposable
{
    /// <summary>Made once: its vocabulary takes longer to load than a small import.</summary>
    private static readonly Lazy<ConceptExtractor> Concepts = new();

    private readonly TestDatabase? database;

    private ImportDatabase(TestDatabase database, NpgsqlDataSource dataSource) : this(database.ConnectionString, dataSource) =>
        this.database = database;

    private ImportDatabase(string connectionString, NpgsqlDataSource dataSource) =>
        (ConnectionString, DataSource) = (connectionString, dataSource);

    public NpgsqlDataSource DataSource { get; }

    public string ConnectionString { get; }

    public static async Task<ImportDatabase> CreateAsync()
    {
        var database = await CreateMigratedAsync();
        return new ImportDatabase(database, DataSources.Create(database.ConnectionString));
    }

    /// <summary>A migrated database that somebody else has made, and takes away.</summary>
    public static ImportDatabase At(string connectionString) => new(connectionString, DataSources.Create(connectionString));

    /// <summary>One whose statements are logged.</summary>
    public static async Task<ImportDatabase> CreateAsync(ILoggerFactory log)
    {
        var database = await CreateMigratedAsync();
        return new ImportDatabase(database, new NpgsqlDataSourceBuilder(database.ConnectionString).UseLoggerFactory(log).Build());
    }

    public Task<ImportResult> ImportAsync(params ImportSource[] sources) => ImportAsync(new ImportOptions(), sources);

    /// <summary>Imports, and looks that the columns which repeat what other tables say are right.</summary>
    public async Task<ImportResult> ImportAsync(ImportOptions options, params ImportSource[] sources)
    {
        var result = await new Importer(DataSource, TimeProvider.System, Concepts)
            .ImportAsync(sources, options, progress: null, CancellationToken.None);
        (await FindWrongAsync()).ShouldBeEmpty();
        return result;
    }

    /// <summary>The columns and counts that differ from what other tables say.</summary>
    public Task<IReadOnlyList<string>> FindWrongAsync() => DerivedColumns.FindWrongAsync(ConnectionString);

    /// <summary>The rows of a query, one a line, columns between bars.</summary>
    public async Task<string> RowsAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(
                string.Join(
                    " | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : Text(reader.GetValue(i)))));
        return string.Join('\n', rows);
    }

    /// <summary>Lets PostgreSQL refuse rows of a table, until its trigger <c>refuse</c> is dropped.</summary>
    /// <param name="condition">Which rows, in SQL over <c>new</c>.</param>
    public Task RefuseAsync(string table, string condition, string sqlState = "22000", string message = "refused") => RowsAsync($"""
        create function refuse() returns trigger language plpgsql as $$
        begin
            if {condition} then raise exception '{message}' using errcode = '{sqlState}'; end if;
            return new;
        end $$;
        create trigger refuse before insert on {table} for each row execute function refuse()
        """);

    /// <summary>Every row of every table but those that tell of runs, with the transaction that wrote it.</summary>
    public async Task<string> RowVersionsAsync()
    {
        var tables = await RowsAsync("""
            select table_name
            from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('import_runs', '__EFMigrationsHistory')
            order by table_name
            """);
        return await RowVersionsAsync(tables.Split('\n'));
    }

    /// <summary>Every row of some tables, with the transaction that wrote it.</summary>
    public async Task<string> RowVersionsAsync(string[] tables)
    {
        var versions = new List<string>();
        foreach (var table in tables)
            versions.Add($"{table}\n{await RowsAsync($"select xmin::text, t::text from {table} t order by 2, 1")}");
        return string.Join('\n', versions);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    private static Task<TestDatabase> CreateMigratedAsync() => TestDatabase.CreateAsync("ingest", async connectionString =>
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
    });

    private static string Text(object value) => value switch
    {
        DateOnly day => $"{day:yyyy-MM-dd}",
        DateTime moment => $"{moment:yyyy-MM-dd}",
        bool truth => truth ? "yes" : "no",
        string[] texts => string.Join(", ", texts),
        _ => FormattableString.Invariant($"{value}"),
    };
}
