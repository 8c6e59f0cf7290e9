using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Data;
using PaperGraph.Databases;
using PaperGraph.Terminals;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Databases;

public sealed class OpenDatabaseTests : IAsyncLifetime
{
    /// <summary>Connection limits do not hold for superusers, as whom tests connect.</summary>
    private readonly string role = $"limited_{Guid.NewGuid():N}";

    private TestDatabase stored = null!;
    private NpgsqlDataSource administration = null!;
    private string connectionString = null!;

    public async Task InitializeAsync()
    {
        stored = await TestDatabase.CreateEmptyAsync();
        var settings = new NpgsqlConnectionStringBuilder(stored.ConnectionString);
        administration = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(stored.ConnectionString) { Database = "postgres" });
        await ExecuteAsync($"create role {role} login password 'limited' connection limit 0");
        await ExecuteAsync($"alter database {settings.Database} owner to {role}");
        (settings.Username, settings.Password) = (role, "limited");
        connectionString = settings.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        await stored.DisposeAsync();
        await ExecuteAsync($"drop role {role}");
        await administration.DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_has_no_connection_free_is_told_of_and_waited_for()
    {
        using var told = new SignallingWriter("no connection free");
        var terminal = new Terminal(() => Stream.Null, TextWriter.Null, TextWriter.Synchronized(told), isInteractive: false);

        var opening = OpenDatabase.OpenAsync(new DatabaseChoice(connectionString, Home: null), terminal, CancellationToken.None);
        await Task.WhenAny(told.Signalled, opening).WaitAsync(Patience.Limit);
        opening.IsCompleted.ShouldBeFalse();
        await ExecuteAsync($"alter role {role} connection limit 10");

        await using var database = await opening;
        await database.SizeServerPoolAsync(wanted: null, terminal, CancellationToken.None);
        await using var pool = database.CreateServerPool(TimeSpan.FromSeconds(30));
        new NpgsqlConnectionStringBuilder(pool.ConnectionString).MaxPoolSize.ShouldBe(2);
        told.ToString().ShouldContain("The database gives 10 connections, so the server uses 2 of them at most instead of 20");
    }

    [Fact]
    public async Task A_database_of_before_the_first_release_is_told_of_with_what_to_do()
    {
        await using (var before = NpgsqlDataSource.Create(stored.ConnectionString))
        await using (var create = before.CreateCommand("""
            create table "__EFMigrationsHistory" ("MigrationId" text primary key, "ProductVersion" text not null);
            insert into "__EFMigrationsHistory" values ('20261120190000_Initial', '10.0.0')
            """))
        {
            await create.ExecuteNonQueryAsync();
        }
        var settings = new NpgsqlConnectionStringBuilder(stored.ConnectionString);

        var failure = await Should.ThrowAsync<CommandFailure>(() => OpenDatabase.OpenAsync(
            new DatabaseChoice(stored.ConnectionString, Home: null), new TestTerminal().Terminal, CancellationToken.None));

        failure.Message.ShouldBe(
            "The database was made by a PaperGraph of before the first release (its first migration is 20261120190000_Initial), whose "
            + $"tables cannot be brought up to date. It is the database {settings.Database} on {settings.Host}. Start anew with another "
            + "one, "
            + "for example by createdb papergraph2, or empty this one by dropdb and createdb; then import your pages again with "
            + "papergraph import.");
    }

    [Fact]
    public async Task Before_a_database_that_takes_no_options_the_server_does_without_its_time_out()
    {
        using var pooler = new PoolerWithoutOptions(stored.ConnectionString);
        var terminal = new TestTerminal();
        await using var database = await OpenDatabase.OpenAsync(
            new DatabaseChoice(pooler.ConnectionString, Home: null), terminal.Terminal, CancellationToken.None);

        await database.SizeServerPoolAsync(wanted: null, terminal.Terminal, CancellationToken.None);

        await using var pool = database.CreateServerPool(TimeSpan.FromSeconds(30));
        await using var command = pool.CreateCommand("show statement_timeout");
        (await command.ExecuteScalarAsync()).ShouldBe("0");
        command.CommandTimeout.ShouldBe(35);
        terminal.Error.ShouldContain("takes no time-out of statements (unsupported startup parameter: options)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Signals when words were written to it.</summary>
    private sealed class SignallingWriter(string words) : StringWriter
    {
        private readonly TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Signalled => signalled.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true) signalled.TrySetResult();
        }
    }
}
