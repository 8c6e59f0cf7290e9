using System.Diagnostics.Metrics;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Network;
using PaperGraph.Graph.Network;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Ingest;
using PaperGraph.Model;
using PaperGraph.Network;

namespace PaperGraph.Graph.Tests.Network;

/// <summary>When the graph is in memory, over a database of the test's own.</summary>
public sealed class GraphSnapshotSourceTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private ImportNotifications imports = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        source = DataSources.Create(database.ConnectionString);
        imports = GraphDatabase.Listen(source);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await imports.DisposeAsync();
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_graph_is_read_again_when_an_import_is_over_and_the_old_one_stays_whole_for_who_has_it()
    {
        await using var snapshots = Create(new SnapshotOptions { MaxWait = Patience.Limit });
        await ImportAsync("Meadows Before Anybody Listened");
        var before = await snapshots.GetAsync(CancellationToken.None);
        before.Nodes.NumbersOf(NodeKind.Paper).ShouldBe(0..1);

        await ImportAsync("Meadows With Reinforcement Learning");
        for (var read = snapshots.WhenReadAsync(); snapshots.Current == before; read = snapshots.WhenReadAsync())
            await read.WaitAsync(Patience.Limit);

        snapshots.Current!.Nodes.NumbersOf(NodeKind.Paper).ShouldBe(0..2);
        snapshots.Current.AsOf.ShouldBeGreaterThan(before.AsOf);
        before.Nodes.NumbersOf(NodeKind.Paper).ShouldBe(0..1);
    }

    /// <summary>The first without statistics, so that it is found while the graph is read; the second before.</summary>
    [Theory]
    [InlineData(false, "The graph takes more than 10 bytes in memory.")]
    [InlineData(true, "The graph takes about {0} in memory; 10 bytes are the most that it may take.")]
    public async Task A_graph_that_takes_more_than_it_may_is_not_there_and_why_is_told(bool hasStatistics, string reason)
    {
        await ImportAsync("Meadows With Reinforcement Learning");
        await RunAsync(hasStatistics ? "analyze" : "update pg_class set reltuples = -1 where relnamespace = 'public'::regnamespace");
        await using var snapshots = Create(new SnapshotOptions { MaxSize = 10, MaxWait = Patience.Limit });

        var failure = (await Should.ThrowAsync<FieldFailureException>(() => snapshots.GetAsync(CancellationToken.None).AsTask())).Failure;

        failure.Code.ShouldBe("SNAPSHOT_TOO_LARGE");
        failure.RetryAfter.ShouldBeNull();
        var size = await GraphSnapshotReads.EstimateSizeAsync(source, CancellationToken.None);
        failure.Message.ShouldBe(
            reason.Replace("{0}", MemorySize.Format(size ?? 0), StringComparison.Ordinal)
            + " So it is not held there, and paths, neighborhoods and connections are not answered. "
            + "Set Snapshot:MaxSize to more bytes than that, on a machine that has them, and start the server again.");
        snapshots.TooLarge.ShouldBe(failure.Message);
    }

    [Fact]
    public async Task Where_it_may_take_nothing_the_database_is_not_asked()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=/nowhere");
        await using var unheard = GraphDatabase.Listen(nowhere);
        await using var snapshots =
            GraphDatabase.Snapshots(nowhere, unheard, new SnapshotOptions { MaxSize = 0, MaxWait = Patience.Limit });
        snapshots.Start();

        var failure = (await Should.ThrowAsync<FieldFailureException>(() => snapshots.GetAsync(CancellationToken.None).AsTask())).Failure;

        failure.Code.ShouldBe("SNAPSHOT_TOO_LARGE");
        failure.Message.ShouldBe(
            "The graph is not held in memory, and paths, neighborhoods and connections are not answered, because the setting "
            + "Snapshot:MaxSize is 0. Set it to how many bytes the graph may take, and start the server again.");
        snapshots.TooLarge.ShouldBe(failure.Message);
    }

    [Fact]
    public async Task Who_asks_before_it_is_there_is_told_to_come_again()
    {
        await using var locking = await source.OpenConnectionAsync();
        await using var transaction = await locking.BeginTransactionAsync();
        // Nobody reads papers until this ends.
        await using (var take = new NpgsqlCommand("lock table papers in access exclusive mode", locking)) await take.ExecuteNonQueryAsync();
        await using var snapshots = Create(new SnapshotOptions { MaxWait = TimeSpan.Zero });

        var failure = (await Should.ThrowAsync<FieldFailureException>(() => snapshots.GetAsync(CancellationToken.None).AsTask())).Failure;

        failure.Code.ShouldBe("SNAPSHOT_NOT_READY");
        failure.RetryAfter.ShouldNotBeNull();
        snapshots.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Its_age_and_size_are_measured()
    {
        await using var snapshots = Create(new SnapshotOptions { MaxWait = Patience.Limit });
        var graph = await snapshots.GetAsync(CancellationToken.None);

        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = Enable };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();

        measured["graphql.snapshot.age"].ShouldBeGreaterThan(0);
        measured.ShouldContainKey("graphql.snapshot.size");
        graph.AsOf.ShouldBeLessThan(DateTimeOffset.UtcNow);

        static void Enable(Instrument instrument, MeterListener listener)
        {
            if (instrument.Meter.Name == GraphSnapshotSource.MeterName) listener.EnableMeasurementEvents(instrument);
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private GraphSnapshotSource Create(SnapshotOptions options) => GraphDatabase.Snapshots(source, imports, options);

    private Task<ImportResult> ImportAsync(string title) => new Importer(source, TimeProvider.System).ImportAsync(
        [ImportSource.Text("page.txt", $"""
            Daily Papers

            byAK and the research community

            Jun 16

            {title}

            {title} and then some more words, which make this an abstract that anybody would take for one.

              • 2 authors
            ·
            Jun 12, 2024
            """)],
        new ImportOptions(),
        null,
        CancellationToken.None);
}
