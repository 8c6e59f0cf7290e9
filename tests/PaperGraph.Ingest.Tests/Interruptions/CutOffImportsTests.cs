using System.Globalization;
using Npgsql;
using PaperGraph.Data;

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
        ImportSource[] sources = [SamplePages.Monday, SamplePages.Search, SamplePages.Json];
        await using var undisturbed = await ImportDatabase.CreateAsync();
        int requests;
        await using (var counting = new CuttingProxy(undisturbed.ConnectionString, at: null))
        {
            await ImportAsync(counting, sources);
            requests = counting.Requests;
        }
        var expected = await undisturbed.TellAsync();

        for (var moment = 1; moment <= Moments; moment++)
        {
            await using var database = await ImportDatabase.CreateAsync();
            var at = 1 + (requests * moment / (Moments + 1));
            await using (var cutting = new CuttingProxy(database.ConnectionString, at))
            {
                // EF Core wraps what it takes for a passing trouble.
                var lost = await Should.ThrowAsync<Exception>(() => ImportAsync(cutting, sources), $"request {at} of {requests}");
                (lost as NpgsqlException ?? lost.InnerException).ShouldBeAssignableTo<NpgsqlException>();
            }
            var left = (await database.RowsAsync(Written)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var papers = await database.RowsAsync(
                "select count(*) from papers p where not exists (select from listings l where l.paper_id = p.id)");
            var told = await database.RowsAsync("""
                select coalesce(sum(listings_added), 0), (select count(*) from listings) from import_runs
                """);

            var completed = await database.ImportAsync(Options, sources);

            papers.ShouldBe("0", $"request {at}: papers without a listing");
            told.Split(" | ").Distinct().ShouldHaveSingleItem($"request {at}: listings that the run tells, and those that are there");
            (await database.TellAsync()).ShouldBe(expected, $"request {at} of {requests}");
            left.Except((await database.RowsAsync(Written)).Split('\n')).ShouldBeEmpty($"request {at}: rows that were written again");
            (await database.RowsAsync("select string_agg(state, ' ' order by id) from import_runs")).ShouldBeOneOf(
                "INTERRUPTED DONE", "FAILED DONE", "DONE");
            completed.ProblemCount.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Whoever_reads_while_papers_are_imported_never_sees_a_part_of_one()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var importing = database.ImportAsync(Options, SamplePages.Monday, SamplePages.Search, SamplePages.Json);
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

    private static async Task ImportAsync(CuttingProxy proxy, ImportSource[] sources)
    {
        await using var source = DataSources.Create(proxy.ConnectionString);
        await new Importer(source, TimeProvider.System).ImportAsync(sources, Options, progress: null, CancellationToken.None);
    }
}
