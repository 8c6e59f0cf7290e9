using Npgsql;

namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class PrivatePostgresTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    [Fact]
    public async Task A_started_server_answers_and_keeps_what_is_written()
    {
        await using (var first = await home.StartAsync())
        {
            first.Adopted.ShouldBeFalse();
            await PrivateHome.AskAsync(
                first.ConnectionString, "drop table if exists kept; create table kept as select 'written'::text as word");
        }

        home.Runs.ShouldBeFalse();
        await using var second = await home.StartAsync();
        (await PrivateHome.AskAsync(second.ConnectionString, "select word from kept")).ShouldBe("written");
    }

    [Fact]
    public async Task It_is_reached_by_its_socket_and_by_nothing_else()
    {
        await using var postgres = await home.StartAsync();

        (await PrivateHome.AskAsync(postgres.ConnectionString, "show listen_addresses")).ShouldBe("");
        (await PrivateHome.AskAsync(postgres.ConnectionString, "select inet_server_addr() is null")).ShouldBe(true);
        Closed(home.Folders.Sockets).ShouldBeTrue();
    }

    [Fact]
    public async Task It_takes_nobody_without_the_password_which_only_its_owner_can_read()
    {
        await using var postgres = await home.StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guessed" }.ConnectionString;

        var refused = await Should.ThrowAsync<PostgresException>(() => PrivateHome.AskAsync(wrong, "select 1"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        (await PrivateHome.AskAsync(
            postgres.ConnectionString, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'")).ShouldBe(0L);
        Closed(PostgresFolders.Password(home.Folders.Cluster)).ShouldBeTrue();
        Closed(postgres.DataFolder).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_starts_the_server_and_the_others_adopt_it()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => home.StartAsync()));

        all.Count(postgres => !postgres.Adopted).ShouldBe(1);
        foreach (var postgres in all) await postgres.DisposeAsync();
        home.Runs.ShouldBeFalse();
    }

    [Fact]
    public async Task The_first_to_leave_leaves_the_server_running_and_the_last_stops_it()
    {
        var first = await home.StartAsync();
        using var other = await AnotherProcess.UsingAsync(home.Path);
        other.Adopted.ShouldBeTrue();

        await first.DisposeAsync();
        home.Runs.ShouldBeTrue();
        await other.LeaveAsync();
        home.Runs.ShouldBeFalse();
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        await using var stays = await home.StartAsync();
        var leaves = await home.StartAsync();
        await leaves.DisposeAsync();
        await leaves.DisposeAsync();

        (await PrivateHome.AskAsync(stays.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_start_can_be_cancelled_while_another_holds_the_start_lock()
    {
        await using var postgres = await home.StartAsync();
        using var held = FileLock.TryTake(home.Folders.StartLock, shared: false);
        using var cancelling = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            PrivatePostgres.StartOrAdoptAsync(home.Setup, _ => cancelling.Cancel(), cancelling.Token));
        held.ShouldNotBeNull().Dispose();
    }

    private static bool Closed(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~(UnixMode.Private)) == UnixFileMode.None;
}
