using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Npgsql;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Ingest.Following;
using PaperGraph.Ingest.Tests.Fetching;

namespace PaperGraph.Ingest.Tests.Following;

public sealed class FollowerTests : IAsyncLifetime
{
    private readonly ImmediateTime time = new();
    private ImportDatabase database = null!;

    public async Task InitializeAsync() => database = await ImportDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Each_source_is_looked_at_by_its_schedule_and_one_that_fails_does_not_keep_the_others()
    {
        var isBroken = true;
        await using var server = new StandInServer(request => request.Target.StartsWith("/oai", StringComparison.Ordinal)
            ? isBroken ? StandInAnswer.Failure(403, "closed") : StandInAnswer.Text(SourceAnswers.OaiError("noRecordsMatch"))
            : StandInAnswer.Text(SourceAnswers.Daily("2026-03-02", "Sparse Gardens")));
        var follower = Follower(server, new FollowOptions { Daily = true, DailyDays = 1, ArxivCategories = ["cs.CL"] });

        var next = await follower.FollowOnceAsync(CancellationToken.None);

        (next - time.GetUtcNow()).ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
        follower.Trouble.ShouldBe(
            "arxiv cs.CL: 127.0.0.1 does not give this to everybody (status 403). "
            + $"({server.Address}oai?verb=ListRecords&metadataPrefix=arXivRaw&set=cs%3Acs%3ACL&from=2026-02-24&until=2026-02-24)");
        (await StatesAsync()).ShouldBe("""
            arxiv cs.CL | no | 1 | yes
            daily | yes | 0 | no
            """);
        (await database.RowsAsync("select count(*) from papers")).ShouldBe("1");

        isBroken = false;
        var asked = server.Requests.Count;
        await follower.FollowOnceAsync(CancellationToken.None);
        server.Requests.Count.ShouldBe(asked, "it is too early for both");
        time.Advance(TimeSpan.FromMinutes(6));
        await follower.FollowOnceAsync(CancellationToken.None);

        server.Targets.Skip(asked).ShouldAllBe(target => target.StartsWith("/oai"));
        follower.Trouble.ShouldBeNull();
        (await StatesAsync()).ShouldBe("""
            arxiv cs.CL | yes | 0 | no
            daily | yes | 0 | no
            """);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_and_the_next_who_follows_goes_on_by_the_same_schedule()
    {
        await using var server = new StandInServer(request => StandInAnswer.Text("[]"));
        var options = new FollowOptions { Daily = true, DailyDays = 2 };

        await Follower(server, options).FollowOnceAsync(CancellationToken.None);
        var asked = server.Requests.Count;
        await Follower(server, options).FollowOnceAsync(CancellationToken.None);
        var atOnce = server.Requests.Count;
        time.Advance(TimeSpan.FromDays(5));
        await Follower(server, options).FollowOnceAsync(CancellationToken.None);

        asked.ShouldBe(2);
        atOnce.ShouldBe(2);
        server.Targets.Skip(2).Select(target => target[^20..^10]).ShouldBe(
            ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"]);
    }

    [Fact]
    public async Task Of_two_over_one_database_one_follows_until_it_ends()
    {
        await using var first = await database.DataSource.OpenConnectionAsync();
        await using var second = await database.DataSource.OpenConnectionAsync();

        (await FollowStore.TryLockAsync(first, CancellationToken.None)).ShouldBeTrue();
        (await FollowStore.TryLockAsync(second, CancellationToken.None)).ShouldBeFalse();
        await database.RowsAsync($"select pg_terminate_backend({first.ProcessID}, 5000)");

        (await FollowStore.TryLockAsync(second, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_that_is_lost_between_two_looks_is_missed_at_once_and_followed_on_when_it_is_back()
    {
        const string Holder = """
            select pid
            from pg_locks
            where locktype = 'advisory' and classid = 7247434
                and database = (select oid from pg_database where datname = current_database())
            """;
        var (manual, log) = (new ManualTime(), new FakeLogger());
        await database.RowsAsync("""
            insert into follow_states (source, tried_at, next_at, failures) values ('daily', now(), now() + interval '30 minutes', 0)
            """);
        using var stop = new CancellationTokenSource();
        var running = new Follower(database.DataSource, new FollowOptions { Daily = true }, new FetchOptions(), manual, log)
            .RunAsync(stop.Token);
        await manual.PassAsync(TimeSpan.FromMinutes(1));
        await manual.IsSetAsync(TimeSpan.FromMinutes(1));
        var first = await database.RowsAsync(Holder);

        await database.RowsAsync($"select pg_terminate_backend({first}, 5000)");
        await manual.PassAsync(TimeSpan.FromSeconds(2));
        await manual.IsSetAsync(TimeSpan.FromMinutes(1));

        var second = await database.RowsAsync(Holder);
        second.ShouldNotBeEmpty();
        second.ShouldNotBe(first);
        log.Collector.GetSnapshot().Select(record => record.Message).ShouldBe([
            "Following has lost the database (57P01: terminating connection due to administrator command), and goes on when it is back; "
            + "it looks again in 2 s",
            "The database is back, and following goes on",
        ]);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_database_that_stays_away_is_looked_for_ever_later_up_to_a_minute()
    {
        var (manual, log) = (new ManualTime(), new FakeLogger());
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody");
        using var stop = new CancellationTokenSource();
        var running = new Follower(nowhere, new FollowOptions { Daily = true }, new FetchOptions(), manual, log).RunAsync(stop.Token);

        foreach (var seconds in new[] { 2, 4, 8, 16, 32, 60, 60 }) await manual.PassAsync(TimeSpan.FromSeconds(seconds));

        await manual.IsSetAsync(TimeSpan.FromMinutes(1));
        log.Collector.Count.ShouldBe(8);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_database_that_is_lost_while_it_is_noted_that_a_source_was_looked_at_is_waited_for()
    {
        await database.RefuseAsync("follow_states", "true", "57P01", "the administrator ends this");
        await using var server = new StandInServer(request => StandInAnswer.Text("[]"));
        var (manual, log) = (new ManualTime(), new FakeLogger());
        using var stop = new CancellationTokenSource();
        var options = new FollowOptions { Daily = true, DailyDays = 1 };
        var running = new Follower(
            database.DataSource, options, new FetchOptions { HuggingFace = server.Address }, manual, log).RunAsync(stop.Token);
        await manual.IsSetAsync(TimeSpan.FromSeconds(2));
        await database.RowsAsync("drop trigger refuse on follow_states");

        await manual.PassAsync(TimeSpan.FromSeconds(2));
        await manual.IsSetAsync(TimeSpan.FromMinutes(1));

        (await StatesAsync()).ShouldBe("daily | yes | 0 | no");
        log.Collector.GetSnapshot().Select(record => record.Message).ShouldContain(
            "Following has lost the database (57P01: the administrator ends this), and goes on when it is back; it looks again in 2 s");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    private Follower Follower(StandInServer server, FollowOptions options) => new(
        database.DataSource,
        options,
        new FetchOptions
        {
            HuggingFace = server.Address,
            ArxivOai = new Uri(server.Address, "/oai"),
            MaxSilence = TimeSpan.FromMinutes(59),
        },
        time,
        NullLogger.Instance);

    private Task<string> StatesAsync() => database.RowsAsync(
        "select source, done_at is not null, failures, trouble is not null from follow_states order by source");
}
