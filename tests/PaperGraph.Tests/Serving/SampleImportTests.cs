using Npgsql;
using PaperGraph.Data;
using PaperGraph.Serving;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Serving;

public sealed class SampleImportTests : IAsyncLifetime
{
    private const string Finish = "update import_runs set state = 'DONE', finished_at = started_at";

    private TestDatabase database = null!;
    private NpgsqlDataSource dataSource = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("program", async connectionString =>
        {
            await using var source = DataSources.Create(connectionString);
            await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
        });
        dataSource = DataSources.Create(database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await dataSource.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_database_gets_the_sample_once()
    {
        (await ImportedAsync()).ShouldBeTrue();
        (await AskAsync("select count(*) >= 60 from papers")).ShouldBe(true);
        (await AskAsync("select count(*) from papers where arxiv_id is null or doi is null")).ShouldBe(0L);

        (await ImportedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_of_the_sample_that_was_killed_is_completed()
    {
        await BeginRunAsync([.. SampleListings.Names]);
        await AddPaperAsync();

        (await ImportedAsync()).ShouldBeTrue();

        (await AskAsync("select string_agg(state, ' ' order by id) from import_runs")).ShouldBe("INTERRUPTED DONE");
    }

    [Fact]
    public async Task A_database_with_other_papers_is_left_alone()
    {
        await BeginRunAsync("page.txt");
        await AskAsync(Finish);
        await AddPaperAsync();

        (await ImportedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_another_import_is_just_filling_is_left_alone()
    {
        await BeginRunAsync("page.txt");
        await AddPaperAsync();

        (await ImportedAsync()).ShouldBeFalse();
    }

    private async Task<bool> ImportedAsync()
    {
        var terminal = new TestTerminal();
        await SampleImport.RunWhereEmptyAsync(dataSource, new Readiness(), terminal.Terminal, CancellationToken.None);
        return terminal.Out.StartsWith("The database is empty: importing the built-in sample page.\n", StringComparison.Ordinal);
    }

    private Task<object?> BeginRunAsync(params string[] sources) => AskAsync($"""
        insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
        values (now(), 'RUNNING', array['{string.Join("', '", sources)}'], 0, 0, 0, 0, 0)
        """);

    private Task<object?> AddPaperAsync() => AskAsync("""
        insert into papers (identity, slug, title, imported_at, published_on_inferred)
        values ('t:meadow', 'meadow', 'Meadow', now(), false)
        """);

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
