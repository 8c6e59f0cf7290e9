using Npgsql;

namespace PaperGraph.Data.Tests;

public sealed class ConnectionLimitTests
{
    [Theory]
    [InlineData(20, 97, 20)]
    [InlineData(86, 97, 86)]
    [InlineData(87, 97, 86)]
    [InlineData(20, 17, 6)]
    [InlineData(20, 5, 2)]
    [InlineData(1, 97, 2)]
    public void A_servers_pool_leaves_room_for_an_import_and_another_command(int wanted, int limit, int fitting) =>
        ConnectionLimit.Fit(wanted, limit).ShouldBe(fitting);

    [Fact]
    public async Task The_limit_is_the_smallest_of_the_servers_the_databases_and_the_users()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var settings = await AskAsync(
            source, "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int");

        (await ConnectionLimit.ReadAsync(source, CancellationToken.None)).ShouldBe((int)settings!);
        await AskAsync(
            source, $"alter database {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} connection limit 9");
        (await ConnectionLimit.ReadAsync(source, CancellationToken.None)).ShouldBe(9);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData(";Maximum Pool Size=7", 7)]
    public void A_pool_has_twenty_connections_unless_the_connection_string_says_how_many(string more, int size)
    {
        using var source = DataSources.Create("Host=localhost" + more);

        new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize.ShouldBe(size);
    }

    [Theory]
    [InlineData("", 300)]
    [InlineData(";Connection Idle Lifetime=60", 60)]
    public void What_reads_stays_open_for_who_asks_again_in_some_minutes(string more, int lifetime)
    {
        using var source = DataSources.CreateForReading("Host=localhost" + more);

        new NpgsqlConnectionStringBuilder(source.ConnectionString).ConnectionIdleLifetime.ShouldBe(lifetime);
    }

    [Fact]
    public void What_nobody_uses_is_closed_within_a_minute()
    {
        using var source = DataSources.Create("Host=localhost");
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);

        (2 * settings.ConnectionIdleLifetime + settings.ConnectionPruningInterval).ShouldBeLessThanOrEqualTo(60);
    }

    private static async Task<object?> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
