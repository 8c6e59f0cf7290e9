using Npgsql;

namespace PaperGraph.Data.Tests.Model;

public sealed class DataSourcesTests
{
    [Fact]
    public void A_data_source_is_set_up_for_large_answers_and_few_statements()
    {
        using var dataSource = DataSources.Create("Host=localhost;Database=papers");

        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);

        settings.ReadBufferSize.ShouldBe(64 * 1024);
        settings.MaxAutoPrepare.ShouldBe(200);
        settings.AutoPrepareMinUsages.ShouldBe(2);
    }

    [Fact]
    public void A_connection_is_reset_between_uses_but_for_who_only_reads()
    {
        using var any = DataSources.Create("Host=localhost;Database=papers");
        using var reading = DataSources.CreateForReading("Host=localhost;Database=papers");

        new NpgsqlConnectionStringBuilder(any.ConnectionString).NoResetOnClose.ShouldBeFalse();
        new NpgsqlConnectionStringBuilder(reading.ConnectionString).NoResetOnClose.ShouldBeTrue();
        new NpgsqlConnectionStringBuilder(reading.ConnectionString).MaxAutoPrepare.ShouldBe(200);
    }

    [Fact]
    public void What_the_connection_string_states_stands()
    {
        using var dataSource = DataSources.Create("Host=localhost;Max Auto Prepare=0;Application Name=mine");

        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);

        settings.MaxAutoPrepare.ShouldBe(0);
        settings.ApplicationName.ShouldBe("mine");
    }

    [Fact]
    public void A_command_has_a_time_out_that_the_connection_string_and_the_server_can_set()
    {
        CommandTimeoutOf("Host=localhost").ShouldBe(30);
        CommandTimeoutOf("Host=localhost;Command Timeout=7").ShouldBe(7);
        CommandTimeoutOf(DataSources.WithCommandTimeout("Host=localhost;Command Timeout=7", TimeSpan.FromSeconds(34.5))).ShouldBe(35);

        static int CommandTimeoutOf(string connectionString)
        {
            using var dataSource = DataSources.Create(connectionString);
            return dataSource.CreateCommand("select 1").CommandTimeout;
        }
    }

    [Fact]
    public async Task A_statement_time_out_holds_whenever_a_connection_comes_out_of_the_pool_beside_other_options()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var stated = database.ConnectionString + ";Maximum Pool Size=1;Options=-c work_mem=5MB";
        await using var dataSource = DataSources.Create(DataSources.WithStatementTimeout(stated, TimeSpan.FromSeconds(35)));

        for (var time = 0; time < 3; time++)
        {
            (await AskAsync("select current_setting('statement_timeout') || ' ' || current_setting('work_mem')")).ShouldBe("35s 5MB");
            await AskAsync("set statement_timeout = '1s'");
        }

        async Task<object?> AskAsync(string sql)
        {
            await using var command = dataSource.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task Statements_of_who_asks_for_pages_are_not_compiled()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(
            DataSources.WithoutCompilation(database.ConnectionString + ";Options=-c work_mem=5MB"));

        await using var command = dataSource.CreateCommand("select current_setting('jit') || ' ' || current_setting('work_mem')");

        (await command.ExecuteScalarAsync()).ShouldBe("off 5MB");
    }
}
