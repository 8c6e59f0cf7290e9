using Npgsql;

namespace PaperGraph.Postgres.Tests;

public sealed class TestDatabaseTests
{
    private static int preparations;

    [Fact]
    public async Task A_database_is_a_copy_of_its_template_and_nobody_elses()
    {
        await using var first = await TestDatabase.CreateAsync("with_words", PrepareAsync);
        await using var second = await TestDatabase.CreateAsync("with_words", PrepareAsync);
        await ExecuteAsync(first, "insert into words values ('added')");

        (await ScalarAsync(first, "select count(*) from words")).ShouldBe(2L);
        (await ScalarAsync(second, "select count(*) from words")).ShouldBe(1L);
        preparations.ShouldBe(1);
    }

    [Fact]
    public async Task Databases_can_be_made_at_the_same_time()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestDatabase.CreateAsync("with_words", PrepareAsync)));
        foreach (var database in made)
        {
            (await ScalarAsync(database, "select count(*) from words")).ShouldBe(1L);
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_disposed_database_is_gone_though_a_connection_was_left_open()
    {
        await using var watcher = await TestDatabase.CreateEmptyAsync();
        var database = await TestDatabase.CreateEmptyAsync();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await using var open = await database.OpenAsync();
        await database.DisposeAsync();

        (await ScalarAsync(watcher, $"select count(*) from pg_database where datname = '{name}'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_of_a_process_that_lives_is_not_taken_for_left_behind()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        (await database.LooksLeftBehindAsync()).ShouldBeFalse();
    }

    private static async Task PrepareAsync(string connectionString)
    {
        Interlocked.Increment(ref preparations);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("create table words as select 'prepared'::text as word");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
