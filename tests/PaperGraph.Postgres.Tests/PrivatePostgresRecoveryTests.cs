using System.Diagnostics;
using Npgsql;

namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class PrivatePostgresRecoveryTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    [Fact]
    public async Task A_killed_user_counts_as_gone_when_the_last_leaves()
    {
        var stays = await home.StartAsync();
        using var killed = await AnotherProcess.UsingAsync(home.Path);
        await killed.KillAsync();

        home.Runs.ShouldBeTrue();
        await stays.DisposeAsync();
        home.Runs.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_whose_only_user_was_killed_is_adopted_by_the_next()
    {
        using var killed = await AnotherProcess.UsingAsync(home.Path);
        var postmaster = home.Postmaster;
        await killed.KillAsync();

        await using var next = await home.StartAsync();
        next.Adopted.ShouldBeTrue();
        home.Postmaster.ShouldBe(postmaster);
    }

    [Fact]
    public async Task After_a_killed_postmaster_the_next_start_finds_what_was_committed()
    {
        await using (var first = await home.StartAsync())
        {
            await PrivateHome.AskAsync(first.ConnectionString, "drop table if exists kept; create table kept as select 42 as number");
            Process.GetProcessById(home.Postmaster).Kill();
        }

        await using var next = await home.StartAsync();
        next.Adopted.ShouldBeFalse();
        (await PrivateHome.AskAsync(next.ConnectionString, "select number from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_killed_postmaster_is_replaced_while_others_still_use_it()
    {
        await using var first = await home.StartAsync();
        Process.GetProcessById(home.Postmaster).Kill();

        using var next = await AnotherProcess.UsingAsync(home.Path);
        next.Adopted.ShouldBeFalse();
        (await PrivateHome.AskAsync(first.ConnectionString, "select 1")).ShouldBe(1);
        await next.LeaveAsync();
        home.Runs.ShouldBeTrue();
    }

    [Fact]
    public async Task A_pid_file_that_names_another_living_process_does_not_hinder()
    {
        string pidFile;
        await using (await home.StartAsync()) pidFile = await File.ReadAllTextAsync(home.PidFile);
        using var stranger = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        await File.WriteAllTextAsync(home.PidFile, $"{stranger.Id}{pidFile[pidFile.IndexOf('\n', StringComparison.Ordinal)..]}");

        await using var next = await home.StartAsync();
        next.Adopted.ShouldBeFalse();
        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task A_half_built_data_folder_is_built_again()
    {
        using var fresh = new PrivateHome();
        var half = PostgresFolders.Data(fresh.Folders.ClusterAside);
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15");

        var steps = new List<string>();
        await using var postgres = await fresh.StartAsync(steps.Add);
        steps.ShouldBe(["Building the data folder of PostgreSQL", "Starting PostgreSQL"]);
        (await PrivateHome.AskAsync(postgres.ConnectionString, "select 1")).ShouldBe(1);
        Directory.Exists(fresh.Folders.ClusterAside).ShouldBeFalse();
    }

    [Fact]
    public async Task A_building_that_fails_leaves_nothing_in_the_place_of_the_data()
    {
        using var fresh = new PrivateHome();
        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartOrAdoptAsync(
            fresh.Setup with { Building = ["--wal-segsize", "7"] }, null, CancellationToken.None));

        refused.Message.ShouldContain("argument of --wal-segsize must be a power of");
        Directory.Exists(fresh.Folders.Cluster).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_holds_the_data_but_stays_silent_is_left_alone()
    {
        await using var frozen = await home.StartAsync();
        var postmaster = home.Postmaster;
        Signal("-STOP", postmaster);

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartOrAdoptAsync(
            home.Setup with { AnswerTimeout = TimeSpan.FromTicks(1) }, null, CancellationToken.None));
        refused.Message.ShouldStartWith($"PostgreSQL holds {frozen.DataFolder} but does not answer at {home.Folders.Sockets}.");

        Signal("-CONT", postmaster);
        home.Postmaster.ShouldBe(postmaster);
        (await PrivateHome.AskAsync(frozen.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_does_not_end_is_killed_and_keeps_what_was_committed()
    {
        var steps = new List<string>();
        var second = TimeSpan.FromSeconds(1);
        var stuck = await PrivatePostgres.StartOrAdoptAsync(
            home.Setup with { FastStop = second, ImmediateStop = second }, steps.Add, CancellationToken.None);
        await PrivateHome.AskAsync(stuck.ConnectionString, "drop table if exists kept; create table kept as select 42 as number");
        await using var frozen = new NpgsqlConnection(stuck.ConnectionString + ";Pooling=false");
        await frozen.OpenAsync();
        Signal("-STOP", frozen.ProcessID);

        await stuck.DisposeAsync();

        steps[^2..].ShouldBe(
        [
            "PostgreSQL has not ended within 1 seconds: ending it without its last checkpoint",
            "PostgreSQL has not ended within 1 seconds more: killing it",
        ]);
        ProcessTable.IsAlive(frozen.ProcessID).ShouldBeFalse();
        await using var next = await home.StartAsync();
        (await PrivateHome.AskAsync(next.ConnectionString, "select number from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_start_says_so_where_another_holds_the_lock_of_starting_too_long()
    {
        await (await home.StartAsync()).DisposeAsync();
        using var held = FileLock.TryTake(home.Folders.StartLock, shared: false);
        var steps = new List<string>();

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartOrAdoptAsync(
            home.Setup with { LockTimeout = TimeSpan.FromMilliseconds(1) }, steps.Add, CancellationToken.None));

        steps.ShouldBe(["Waiting for another PaperGraph that starts or stops PostgreSQL"]);
        refused.Message.ShouldStartWith(
            $"Another PaperGraph has been starting or stopping the PostgreSQL of {home.Path} for more than 0 seconds.");
    }

    [Fact]
    public async Task A_start_that_is_given_up_leaves_no_server_behind()
    {
        using var cancelling = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => PrivatePostgres.StartOrAdoptAsync(
            home.Setup, step => { if (step == "Starting PostgreSQL") cancelling.Cancel(); }, cancelling.Token));

        await using var next = await home.StartAsync();
        next.Adopted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_postmaster_that_was_killed_before_it_wrote_its_number_does_not_stop_the_next_start()
    {
        await using (await home.StartAsync())
        {
        }
        await File.WriteAllTextAsync(Path.Combine(home.Folders.Cluster, "data", "postmaster.pid"), "");

        await using var next = await home.StartAsync();

        next.Adopted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_password_that_is_not_the_servers_is_named_as_the_trouble()
    {
        await using var postgres = await home.StartAsync();
        var file = PostgresFolders.Password(home.Folders.Cluster);
        var right = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "other");

        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => home.StartAsync());
        refused.Message.ShouldBe(
            $"The server on {postgres.DataFolder} does not take the password in {file}. Put back the file that belongs to these data.");
        await File.WriteAllTextAsync(file, right);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_with_its_own_words()
    {
        var refused = await Should.ThrowAsync<PrivatePostgresException>(() => PrivatePostgres.StartOrAdoptAsync(
            home.Setup with { Settings = new Dictionary<string, string> { ["shared_buffers"] = "plenty" } }, null, CancellationToken.None));

        refused.Message.ShouldContain("invalid value for parameter \"shared_buffers\": \"plenty\"");
        refused.Message.ShouldContain(Path.Combine(home.Folders.Logs, "server.log"));
    }

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, $"{process}"]);
        kill.WaitForExit();
    }
}
