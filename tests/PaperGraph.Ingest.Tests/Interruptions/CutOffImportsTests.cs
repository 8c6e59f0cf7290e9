using System.Globalization;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Postgres;

namespace PaperGraph.Ingest.Tests.Interruptions;

/// <summary>
/// An import that ends at any moment leaves whole batches, and the same import again makes of them what an undisturbed one makes, without
/// doing again what was done.
/// </summary>
public sealed class CutOffImportsTests
{
    /// <summary>How many moments are tried; twenty and more by hand.</summary>
    private static readonly int Moments =
        int.TryParse(Environment.GetEnvironmentVariable("PAPERGRAPH_CUT_MOMENTS"), CultureInfo.InvariantCulture, out var given) ? given : 2;

    private static readonly ImportOptions Options = new() { ChunkSize = 1 };

    private static readonly ImportSource[] Sources = [SamplePages.Monday, SamplePages.Search, SamplePages.Json];

    /// <summary>What an undisturbed import makes, and of how many requests: the same on every server.</summary>
    private static readonly Lazy<Task<(string Told, int Requests)>> Undisturbed = new(async () =>
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var counting = new CuttingProxy(database.ConnectionString, at: null);
        await ImportAsync(counting);
        return (await database.TellAsync(), counting.Requests);
    });

    /// <summary>Rows that are written once, when their batch is, with the transaction that wrote them.</summary>
    private const string Written = """
        select 'listing', xmin::text, page_id, rank from listings
        union all select 'extraction', xmin::text, paper_id, hashtext(extractor) from extractions
        union all select 'authorship', xmin::text, paper_id, position from authorships
        order by 1, 3, 4
        """;

    [Fact]
    public async Task Cut_off_at_any_moment_it_is_completed_by_the_same_import()
    {
        var (expected, requests) = await Undisturbed.Value;
        for (var moment = 1; moment <= Moments; moment++)
        {
            await using var database = await ImportDatabase.CreateAsync();
            var at = 1 + (requests * moment / (Moments + 1));
            await using (var cutting = new CuttingProxy(database.ConnectionString, at))
            {
                // EF Core wraps what it takes for a passing trouble.
                var lost = await Should.ThrowAsync<Exception>(() => ImportAsync(cutting), $"request {at} of {requests}");
                (lost as NpgsqlException ?? lost.InnerException).ShouldBeAssignableTo<NpgsqlException>();
            }
            await ExpectCompletedAsync(database, expected, $"request {at} of {requests}");
        }
    }

    /// <summary>
    /// Where tables cannot grow, statements fail; where the log of changes cannot, the server ends in the middle of it.
    /// </summary>
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Server", "private")]
    public async Task Stopped_by_a_full_disk_at_any_moment_it_is_completed_by_the_same_import_when_there_is_room(bool endsServer)
    {
        SmallDisk.Require();
        var (expected, requests) = await Undisturbed.Value;
        expected.ShouldContain("Rivers of Tokens");
        using var disk = new SmallDisk(megabytes: 256);
        var postgres = await PrivatePostgres.StartOrAdoptAsync(disk.Path);
        try
        {
            await using (var empty = DataSources.Create(postgres.ConnectionString))
                await DatabaseMigrations.MigrateAsync(empty, CancellationToken.None);
            var (stopped, moments) = (0, (Moments + 1) / 2);
            for (var moment = 1; moment <= moments; moment++)
            {
                var at = 1 + (requests * moment / (moments + 1));
                var database = await CopyAsync(postgres, $"moment_{moment}");
                await using (var filling = new CuttingProxy(database, at, FillAsync))
                {
                    if (await Record.ExceptionAsync(() => ImportAsync(filling)) is not null) stopped++;
                }
                disk.MakeRoom();
                // It has ended, or goes through its log, or neither: what it made room for by itself decides that.
                await postgres.DisposeAsync();
                postgres = await PrivatePostgres.StartOrAdoptAsync(disk.Path);
                await using var left = ImportDatabase.At(database);
                await ExpectCompletedAsync(left, expected, $"request {at} of {requests}");
            }
            stopped.ShouldBeGreaterThan(0, "the disk was full, and no import took note of it");
        }
        finally
        {
            disk.MakeRoom();
            await postgres.DisposeAsync();
        }

        async Task FillAsync()
        {
            disk.Fill();
            if (!endsServer) return;
            await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
            // To the log of changes alone, more than it has files for.
            await using var write = source.CreateCommand(
                "select count(pg_logical_emit_message(true, 'much', repeat('x', 1000000))) from generate_series(1, 300)");
            await Should.ThrowAsync<NpgsqlException>(() => write.ExecuteNonQueryAsync());
        }
    }

    /// <summary>Copies the private server's migrated database.</summary>
    private static async Task<string> CopyAsync(PrivatePostgres postgres, string name)
    {
        var database = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        var template = database.Database;
        await using (var pooled = new NpgsqlConnection(postgres.ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        database.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var create = source.CreateCommand($"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        database.Database = name;
        return database.ConnectionString;
    }

    /// <summary>Imports the same again, and expects what an undisturbed import makes, without what was stored being stored again.</summary>
    private static async Task ExpectCompletedAsync(ImportDatabase database, string expected, string moment)
    {
        var left = (await database.RowsAsync(Written)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var papers = await database.RowsAsync(
            "select count(*) from papers p where not exists (select from listings l where l.paper_id = p.id)");
        var told = await database.RowsAsync("""
            select coalesce(sum(listings_added), 0), (select count(*) from listings) from import_runs
            """);

        var completed = await database.ImportAsync(Options, Sources);

        papers.ShouldBe("0", $"{moment}: papers without a listing");
        told.Split(" | ").Distinct().ShouldHaveSingleItem($"{moment}: listings that the run tells, and those that are there");
        (await database.TellAsync()).ShouldBe(expected, moment);
        left.Except((await database.RowsAsync(Written)).Split('\n')).ShouldBeEmpty($"{moment}: rows that were written again");
        (await database.RowsAsync("select string_agg(state, ' ' order by id) from import_runs")).ShouldBeOneOf(
            "INTERRUPTED DONE", "FAILED DONE", "DONE DONE", "DONE");
        completed.ProblemCount.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_reads_while_papers_are_imported_never_sees_a_part_of_one()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var importing = database.ImportAsync(Options, Sources);
        var seen = new HashSet<string>();
        do
        {
            (await database.RowsAsync("""
                select p.title
                from papers p
                where not exists (select from listings l where l.paper_id = p.id)
                    or not exists (select from paper_keys k where k.paper_id = p.id)
                    or p.slug is null
                    or exists (
                        select from listings l
                        where l.paper_id = p.id and l.organization_id is not null
                            and not exists (select from paper_organizations o where o.paper_id = p.id))
                    or (exists (select from authorships a where a.paper_id = p.id)
                        and p.author_count <> (select count(*) from authorships a where a.paper_id = p.id))
                union all
                select m.surface
                from mentions m
                where not exists (select from extractions e where e.paper_id = m.paper_id)
                """)).ShouldBeEmpty();
            seen.Add(await database.RowsAsync("select count(*) from papers"));
        }
        while (!importing.IsCompleted);

        (await importing).PapersAdded.ShouldBe(3);
        seen.ShouldNotBeEmpty();
    }

    private static async Task ImportAsync(CuttingProxy proxy)
    {
        await using var source = DataSources.Create(proxy.ConnectionString);
        await new Importer(source, TimeProvider.System).ImportAsync(Sources, Options, progress: null, CancellationToken.None);
    }
}
