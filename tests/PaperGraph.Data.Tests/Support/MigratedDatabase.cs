using Npgsql;

namespace PaperGraph.Data.Tests.Support;

/// <summary>An empty database of the present version for a test class.</summary>
public sealed class MigratedDatabase() : DatabaseFixture("data")
{
    protected override async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(dataSource, CancellationToken.None);
    }
}

/// <summary>Tests of a class share a database; each begins with it empty.</summary>
public abstract class DatabaseTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private NpgsqlDataSource? dataSource;

    protected string ConnectionString => database.ConnectionString;

    protected NpgsqlDataSource DataSource => dataSource!;

    public async Task InitializeAsync()
    {
        dataSource = DataSources.Create(ConnectionString);
        await EmptyAsync();
    }

    public async Task DisposeAsync() => await DataSource.DisposeAsync();

    protected async Task EmptyAsync()
    {
        await using var empty = DataSource.CreateCommand("""
            delete from listings;
            delete from papers;
            delete from pages;
            delete from authors;
            delete from repositories;
            delete from resources;
            delete from concepts;
            delete from topics;
            delete from organizations;
            delete from communities;
            delete from analysis_runs;
            delete from import_runs;
            delete from stage_states;
            """);
        await empty.ExecuteNonQueryAsync();
    }

    /// <summary>Runs some work in a transaction and commits it.</summary>
    protected async Task<T> CommitAsync<T>(Func<NpgsqlTransaction, Task<T>> work)
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var result = await work(transaction);
        await transaction.CommitAsync();
        return result;
    }

    /// <inheritdoc cref="CommitAsync{T}"/>
    protected Task CommitAsync(Func<NpgsqlTransaction, Task> work) => CommitAsync(async transaction =>
    {
        await work(transaction);
        return true;
    });

    /// <summary>The rows of a query, each a line with <c>" | "</c> between its values and nothing where one is null.</summary>
    protected async Task<string> RowsAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) switch
            {
                DBNull => "",
                DateOnly day => day.ToString("yyyy-MM-dd", null),
                string[] texts => string.Join(", ", texts),
                bool flag => flag ? "yes" : "no",
                var value => value.ToString(),
            });
            lines.Add(string.Join(" | ", cells));
        }
        return string.Join('\n', lines);
    }

    /// <summary>The version of every row of every table: equal when nothing was written in between.</summary>
    protected async Task<string> VersionsAsync()
    {
        await using var tables = DataSource.CreateCommand("""
            select string_agg(format('select %L as tbl, ctid::text, xmin::text, xmax::text from %I', relname, relname), ' union all ')
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
            """);
        var all = (string)(await tables.ExecuteScalarAsync())!;
        return await RowsAsync($"select tbl, ctid, xmin from ({all}) rows order by 1, 2");
    }
}
