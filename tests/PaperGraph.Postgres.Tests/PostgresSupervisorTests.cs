using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PaperGraph.Postgres.Tests;

/// <summary>What becomes of a private PostgreSQL that ends while it is in use, without anybody's doing.</summary>
[Trait("Server", "private")]
public sealed class PostgresSupervisorTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    [Fact]
    public async Task A_killed_server_is_started_again()
    {
        await using var postgres = await home.StartAsync();
        await using var supervision = new Supervision(postgres);
        var killed = home.Postmaster;

        Process.GetProcessById(killed).Kill();

        await supervision.SaidAsync("PostgreSQL runs again");
        (await PrivateHome.AskAsync(postgres.ConnectionString, "select 1")).ShouldBe(1);
        home.Postmaster.ShouldNotBe(killed);
        supervision.Supervisor.Trouble.ShouldBeNull();
        supervision.Said[0]
            .ShouldBe("PostgreSQL has ended: its log does not say why, so it was probably killed; it is being started again");
    }

    [Fact]
    public async Task Of_two_that_share_a_home_one_starts_it_again()
    {
        var steps = new List<string>();
        await using var one = await home.StartAsync(Note);
        await using var other = await home.StartAsync(Note);
        await using var supervisions = new Supervision(one);
        await using var others = new Supervision(other);

        Process.GetProcessById(home.Postmaster).Kill();

        await supervisions.SaidAsync("PostgreSQL runs again");
        await others.SaidAsync("PostgreSQL runs again");
        lock (steps) steps.Count(step => step == "Starting PostgreSQL").ShouldBe(2, "once at first, once after it was killed");

        void Note(string step)
        {
            lock (steps) steps.Add(step);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_start_is_tried_again_and_the_cause_told()
    {
        await using var postgres = await home.StartAsync();
        await using var supervision = new Supervision(postgres);
        var (settings, aside) = (Path.Combine(postgres.DataFolder, "pg_hba.conf"), Path.Combine(home.Path, "pg_hba.conf"));
        File.Move(settings, aside);

        Process.GetProcessById(home.Postmaster).Kill();

        await supervision.SaidAsync("PostgreSQL could not be started again");
        supervision.Supervisor.Trouble.ShouldBe("PostgreSQL has ended and does not start: could not load pg_hba.conf");
        File.Move(aside, settings);
        await supervision.SaidAsync("PostgreSQL runs again");
    }

    [SkippableFact]
    public async Task A_disk_that_is_full_is_named_and_the_server_runs_when_there_is_room_again()
    {
        SmallDisk.Require();
        using var disk = new SmallDisk(megabytes: 112);
        await using var postgres = await PrivatePostgres.StartOrAdoptAsync(
            home.Setup with { Home = disk.Path }, progress: null, CancellationToken.None);
        await using var supervision = new Supervision(postgres);

        await PrivateHome.AskAsync(postgres.ConnectionString, "select 1");
        disk.Fill();
        await WriteAheadAsync(postgres.ConnectionString);

        await supervision.SaidAsync("PostgreSQL has ended: could not write to file");
        await supervision.SaidAsync("PostgreSQL could not be started again");
        supervision.Supervisor.Trouble.ShouldNotBeNull().ShouldContain("No space left on device");
        disk.MakeRoom();
        await supervision.SaidAsync("PostgreSQL runs again");
        (await PrivateHome.AskAsync(postgres.ConnectionString, "select 1")).ShouldBe(1);
    }

    /// <summary>Writes to the write-ahead log alone, more than it has files for.</summary>
    private static async Task WriteAheadAsync(string connectionString)
    {
        await Should.ThrowAsync<NpgsqlException>(() => PrivateHome.AskAsync(
            connectionString, "select count(pg_logical_emit_message(true, 'much', repeat('x', 1000000))) from generate_series(1, 100)"));
    }

    /// <summary>A supervisor at work, and what it logs.</summary>
    private sealed class Supervision : IAsyncDisposable, ILogger<PostgresSupervisor>
    {
        private readonly CancellationTokenSource over = new();
        private readonly Lock gate = new();
        private readonly Task running;
        private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Supervision(PrivatePostgres postgres)
        {
            Supervisor = new PostgresSupervisor(postgres, TimeProvider.System, this) { LookEvery = TimeSpan.FromMilliseconds(20) };
            running = Supervisor.RunAsync(over.Token);
        }

        public PostgresSupervisor Supervisor { get; }

        public List<string> Said { get; } = [];

        /// <summary>Returns when a line is logged, or was, that begins so.</summary>
        public async Task SaidAsync(string words)
        {
            while (true)
            {
                Task wait;
                lock (gate)
                {
                    if (Said.Exists(line => line.StartsWith(words, StringComparison.Ordinal))) return;
                    wait = next.Task;
                }
                await wait.WaitAsync(Patience.Limit);
            }
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (gate)
            {
                Said.Add(formatter(state, exception));
                next.SetResult();
                next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public async ValueTask DisposeAsync()
        {
            await over.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            over.Dispose();
        }
    }
}
