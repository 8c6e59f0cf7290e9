namespace PaperGraph.Ingest.Tests;

public sealed class ConceptRebuildTests
{
    /// <summary>
    /// What another version might have left: its name, a key and a name of its own, and an account of all that says it is so.
    /// </summary>
    private const string ReadByAnOlderVersion = """
        update extractions set version = '0.older' where extractor = 'papergraph-concepts';
        update mentions set version = '0.older', key = 'older ' || key, score = 0.5;
        update concepts set name = 'older ' || name;
        update paper_concepts set weight = 0.125;
        """;

    private const string Versions =
        "select distinct version from mentions union select version from extractions where extractor = 'papergraph-concepts'";

    [Fact]
    public async Task All_is_as_if_it_were_imported_by_this_version_and_concepts_keep_their_ids_and_slugs()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        var (fresh, ids) = (await database.TellAsync(), await database.RowsAsync("select id, slug from concepts order by id"));
        await database.RowsAsync(ReadByAnOlderVersion);

        var rebuilt = await new ConceptRebuild(database.DataSource).RunAsync(progress: null, CancellationToken.None);

        (await database.TellAsync()).ShouldBe(fresh);
        (await database.RowsAsync("select id, slug from concepts order by id")).ShouldBe(ids);
        (await database.RowsAsync(Versions)).ShouldBe(PaperGraph.Concepts.ConceptExtractor.Version);
        rebuilt.Papers.ShouldBe(3);
        rebuilt.After.ShouldBe(rebuilt.Before);
        rebuilt.After.Concepts.ShouldBe(ids.Split('\n').Length);
    }

    [Fact]
    public async Task Readers_see_the_old_whole_until_they_see_the_new_whole()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        var fresh = await database.TellAsync();
        await database.RowsAsync(ReadByAnOlderVersion);
        var old = await database.TellAsync();
        var reader = new Reader(database);

        await new ConceptRebuild(database.DataSource).RunAsync(reader, CancellationToken.None);

        reader.Seen.Select(seen => seen.Stage).Distinct()
            .ShouldBe([ImportStage.FindingConcepts, ImportStage.ResolvingConcepts, ImportStage.LinkingPapers]);
        reader.Seen.ShouldAllBe(seen => seen.Told == old);
        (await database.TellAsync()).ShouldBe(fresh);
    }

    [Fact]
    public async Task An_import_replaces_what_another_version_found_at_one_moment_too()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var alone = await ImportDatabase.CreateAsync();
        await alone.ImportAsync(SamplePages.Monday, SamplePages.Search);
        await database.ImportAsync(SamplePages.Monday);
        await database.RowsAsync(ReadByAnOlderVersion);
        var reader = new Reader(
            database,
            "select p.title, m.version, m.key from mentions m join papers p on p.id = m.paper_id order by p.id, m.field desc, m.start");
        var old = reader.Read();

        await new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Search], new ImportOptions { ChunkSize = 1 }, reader, CancellationToken.None);

        reader.Seen.Where(seen => seen.Stage != ImportStage.AnalyzingGraph).ShouldAllBe(seen => seen.Told == old);
        (await database.RowsAsync(Versions)).ShouldBe(PaperGraph.Concepts.ConceptExtractor.Version);
        (await database.RowsAsync("select count(*) from mentions where key like 'older %'")).ShouldBe("0");
    }

    [Theory]
    [InlineData(ImportStage.FindingConcepts)]
    [InlineData(ImportStage.ResolvingConcepts)]
    [InlineData(ImportStage.LinkingPapers)]
    public async Task Cancelled_half_way_all_stays_as_it_was(ImportStage stage)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        await database.RowsAsync(ReadByAnOlderVersion);
        var before = await database.RowVersionsAsync();
        using var source = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => new ConceptRebuild(database.DataSource).RunAsync(
            new CancelAt(stage, source), source.Token));

        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    /// <summary>Reads by a connection of its own whenever there is progress.</summary>
    private sealed class Reader(ImportDatabase database, string? query = null) : IProgress<ImportProgress>
    {
        public List<(ImportStage Stage, string Told)> Seen { get; } = [];

        public void Report(ImportProgress value) => Seen.Add((value.Stage, Read()));

        public string Read() => (query is null ? database.TellAsync() : database.RowsAsync(query)).GetAwaiter().GetResult();
    }
}
