namespace PaperGraph.Ingest.Tests.Reading;

/// <summary>Pages of which all is stored are passed over.</summary>
public sealed class UnchangedPagesTests
{
    private const string Readings = "select name, reading is not null from pages order by 1";

    [Fact]
    public async Task Pages_that_are_met_again_are_compared_with_no_listing_and_no_paper()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(SamplePages.Monday, SamplePages.Json);
        log.Take().ShouldContain(statement => statement.Contains("planned_listings", StringComparison.Ordinal));

        var result = await database.ImportAsync(SamplePages.Json, SamplePages.Monday, Renamed());

        result.Pages.ShouldBe(3);
        var statements = log.Take();
        statements.ShouldNotContain(statement => statement.Contains("planned_listings", StringComparison.Ordinal));
        statements.ShouldNotContain(statement => statement.Contains("affected_papers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_other_rules_read_is_stored_anew()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        var told = await database.TellStatedAsync();
        await database.RowsAsync("""
            update pages set reading = reading + 1;
            update listings set comment_count = 99;
            update papers set comment_count = 99
            """);

        await database.ImportAsync(SamplePages.Monday);

        (await database.TellStatedAsync()).ShouldBe(told);
        (await database.RowsAsync("select count(*) from listings where comment_count = 99")).ShouldBe("0");
        (await database.RowsAsync(Readings)).ShouldBe("monday.txt | yes");
    }

    [Fact]
    public async Task A_page_that_is_read_with_a_saving_date_is_stored_anew_and_keeps_it()
    {
        const string Days = "select distinct listed_on from listings order by 1";
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);

        await database.ImportAsync(new ImportOptions { AsOf = new DateOnly(2020, 7, 1) }, SamplePages.Monday);
        (await database.RowsAsync(Days)).ShouldBe("2020-06-16");

        await database.ImportAsync(SamplePages.Monday);
        (await database.RowsAsync(Days)).ShouldBe("2020-06-16");
        (await database.RowsAsync(Readings)).ShouldBe("monday.txt | yes");
    }

    [Fact]
    public async Task A_page_of_which_only_a_part_was_stored_is_stored_anew()
    {
        await using var database = await ImportDatabase.CreateAsync();
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Monday], new ImportOptions { ChunkSize = 1 }, new CancelAt(ImportStage.Reading, source), source.Token));
        (await database.RowsAsync(Readings)).ShouldBe("monday.txt | no");

        (await database.ImportAsync(SamplePages.Monday)).ListingsAdded.ShouldBe(1);

        (await database.RowsAsync(Readings)).ShouldBe("monday.txt | yes");
    }

    [Fact]
    public async Task A_page_of_which_a_paper_was_refused_is_tried_again_and_its_problem_told_again()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RowsAsync("alter table listings add constraint refused check (title <> 'Rivers of Tokens')");
        (await database.ImportAsync(SamplePages.Monday)).ProblemCount.ShouldBe(1);
        (await database.ImportAsync(SamplePages.Monday)).ProblemCount.ShouldBe(1);
        await database.RowsAsync("alter table listings drop constraint refused");

        (await database.ImportAsync(SamplePages.Monday)).ListingsAdded.ShouldBe(1);

        (await database.RowsAsync(Readings)).ShouldBe("monday.txt | yes");
    }

    [Fact]
    public async Task What_a_page_states_that_is_too_long_is_told_each_time_and_the_page_passed_over()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        var name = new string('x', 5_000);
        ImportSource[] pages =
        [
            ImportSource.Text("long.json", $$$"""
                [{"paper": {"id": "2406.00001", "title": "Long Names", "authors": [{"name": "{{{name}}}"}]}}]
                """),
            ImportSource.Text("methods.json", $$"""
                [{"url": "https://paperswithcode.com/method/x", "name": "{{name}}", "full_name": "X", "introduced_year": 2020,
                  "num_papers": 1, "collections": []}]
                """),
            ImportSource.Text("institutions.jsonl", $$"""
                {"id": "https://openalex.org/I1", "display_name": "{{name}}", "lineage": [], "ror": null}
                """),
            ImportSource.Text("abstracts.jsonl", $$"""{"corpusid": 7, "abstract": "{{string.Concat(Enumerable.Repeat(name, 30))}}"}"""),
        ];
        var first = await database.ImportAsync(pages);
        first.Problems.Select(problem => problem.Line).ShouldBe([1, 1, 1, 1]);
        (first.Counts.RecordsAdded, first.Counts.RecordsUnreadable, first.Counts.Records).ShouldBe((1, 3, 4));
        log.Take();

        var again = await database.ImportAsync(pages);

        again.Problems.Select(problem => problem.Message).ShouldBe(first.Problems.Select(problem => problem.Message));
        (again.Counts.RecordsUnchanged, again.Counts.RecordsUnreadable, again.Counts.Records).ShouldBe((1, 3, 4));
        log.Take().ShouldNotContain(statement => statement.Contains("affected_papers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_of_one_name_in_several_folders_are_read_once_each()
    {
        const string Listed = """
            select p.title, g.name from listings l join papers p on p.id = l.paper_id join pages g on g.id = l.page_id order by 1
            """;
        var folder = Directory.CreateTempSubdirectory("papergraph-");
        try
        {
            string Write(string path, string text, int day)
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
                File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc));
                return file;
            }
            string Record(string title, int number) =>
                $$$"""[{"paper": {"id": "2406.0000{{{number}}}", "title": "{{{title}}}", "authors": [{"name": "Ada Green"}]}}]""";
            string[] Archive(string path)
            {
                using (var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
                    foreach (var (inner, title, number) in new[] { ("a/page.json", "In an Archive", 5), ("b/page.json", "Beside It", 6) })
                    {
                        using var writer = new StreamWriter(archive.CreateEntry(inner).Open());
                        writer.Write(Record(title, number));
                    }
                return [path];
            }
            string[] files =
            [
                Write("a/page.json", Record("One Folder", 1), 2),
                Write("b/page.json", Record("Another Folder", 2), 1),
                Write("a/page.txt", SamplePages.MondayText, 1),
                Write("b/page.txt", SamplePages.MondayText.Replace("Rivers", "Lakes", StringComparison.Ordinal), 2),
                .. Archive(Path.Combine(folder.FullName, "pages.zip")),
            ];
            using var log = new StatementLog();
            await using var database = await ImportDatabase.CreateAsync(log.Factory);
            var papers = (await database.ImportAsync([.. files.Select(ImportSource.File)])).PapersAdded;
            var listed = await database.RowsAsync(Listed);
            listed.Split('\n').Count(line => line.EndsWith(".json", StringComparison.Ordinal)).ShouldBe(4);
            listed.ShouldContain("Lakes of Tokens | page.txt");
            listed.ShouldContain("Rivers of Tokens | page.txt");
            var before = await database.RowVersionsAsync();
            log.Take();

            foreach (var order in new[] { files, files.Reverse() })
            {
                var again = await database.ImportAsync([.. order.Select(ImportSource.File)]);
                again.Pages.ShouldBe(6);
                log.Take().ShouldNotContain(statement => statement.Contains("planned_listings", StringComparison.Ordinal));
            }
            (await database.RowVersionsAsync()).ShouldBe(before);
            papers.ShouldBeGreaterThan(4);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImportSource Renamed() => ImportSource.Text("tuesday.txt", SamplePages.MondayText);
}
