using System.ComponentModel.DataAnnotations;
using Npgsql;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Imports;

namespace PaperGraph.Ingest.Tests;

public sealed class ImportRunTests
{
    private const string Runs = """
        select state, sources, pages, papers_added, papers_changed, listings_added, problems, finished_at is not null
        from import_runs
        order by id
        """;

    [Fact]
    public async Task A_run_says_what_it_did()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        await database.ImportAsync(new ImportOptions { Given = ["saved-pages"] }, SamplePages.Monday);

        (await database.RowsAsync(Runs)).ShouldBe("""
            DONE | monday.txt, search.txt | 2 | 3 | 0 | 4 | 0 | yes
            DONE | saved-pages | 1 | 0 | 0 | 0 | 0 | yes
            """);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public async Task A_chunk_size_out_of_its_range_is_told_before_a_run_begins(int chunkSize)
    {
        await using var database = await ImportDatabase.CreateAsync();

        var wrong = await Should.ThrowAsync<ValidationException>(
            () => database.ImportAsync(new ImportOptions { ChunkSize = chunkSize }, SamplePages.Monday));

        wrong.Message.ShouldBe("The field ChunkSize must be between 1 and 100000.");
        (await database.RowsAsync(Runs)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_with_its_run_and_told_once()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var empty = ImportSource.Text("empty.txt", "");
        var missing = ImportSource.File("/no/such/page.txt");

        var first = await database.ImportAsync(empty, SamplePages.Monday, missing);
        var second = await database.ImportAsync(missing, empty);

        first.ProblemCount.ShouldBe(2);
        first.PapersAdded.ShouldBe(2);
        first.Problems.Select(problem => problem.File).ShouldBe(["empty.txt", "/no/such/page.txt"]);
        second.ProblemCount.ShouldBe(2);
        (await database.RowsAsync("select import_run_id = (select min(id) from import_runs), file from import_problems order by file"))
            .ShouldBe("""
            yes | /no/such/page.txt
            yes | empty.txt
            """);
    }

    [Fact]
    public async Task A_file_that_breaks_off_and_one_that_brings_a_mistake_of_ours_to_light_keep_no_other_from_being_read()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync(
            new ImportSource("gone.txt", () => new BreakingStream(new IOException("The disk is gone."))),
            new ImportSource("odd.txt", () => new BreakingStream(new InvalidOperationException("That was not foreseen."))),
            SamplePages.Monday);

        result.Problems.Select(problem => $"{problem.File}: {problem.Message}").ShouldBe([
            "gone.txt: It could not be read to its end: The disk is gone.",
            "odd.txt: It could not be read to its end, by a mistake of PaperGraph's: That was not foreseen.",
        ]);
        result.PapersAdded.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_whose_process_ended_is_marked_by_the_next()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RowsAsync("""
            insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
            values (now() - interval '1 hour', 'RUNNING', array['killed.txt'], 0, 0, 0, 0, 0)
            """);

        await database.ImportAsync(SamplePages.Monday);

        (await database.RowsAsync("select state, sources, finished_at is not null from import_runs order by id")).ShouldBe("""
            INTERRUPTED | killed.txt | yes
            DONE | monday.txt | yes
            """);
    }

    [Fact]
    public async Task A_run_whose_process_ended_is_told_as_interrupted_before_the_next_marks_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RowsAsync("""
            insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
            values (now() - interval '1 hour', 'RUNNING', array['killed.txt'], 0, 0, 0, 0, 0)
            """);

        (await TellAsync()).ShouldBe("Interrupted | INTERRUPTED");
        var meanwhile = new List<string>();
        await new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Monday], new ImportOptions(), new At(ImportStage.LinkingPapers, async () => meanwhile.Add(await TellAsync())),
            CancellationToken.None);

        meanwhile.Distinct().ShouldBe(["Running | RUNNING"]);
        (await TellAsync()).ShouldBe("Done | DONE");

        async Task<string> TellAsync()
        {
            var latest = (await ImportRunReads.LatestAsync(database.DataSource, 1, CancellationToken.None)).Single();
            return $"{latest.State} | "
                + await database.RowsAsync($"select {ImportRunStore.StateNow} from import_runs i order by i.id desc limit 1");
        }
    }

    [Theory]
    [InlineData(ImportStage.Reading)]
    [InlineData(ImportStage.FindingCode)]
    [InlineData(ImportStage.FindingConcepts)]
    [InlineData(ImportStage.ResolvingConcepts)]
    [InlineData(ImportStage.LinkingPapers)]
    public async Task A_run_that_is_cut_off_in_any_stage_is_completed_by_importing_again(ImportStage stage)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var alone = await ImportDatabase.CreateAsync();
        await alone.ImportAsync(SamplePages.Monday, SamplePages.Search);
        using var source = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Monday, SamplePages.Search], new ImportOptions { ChunkSize = 1 }, new CancelAt(stage, source), source.Token));
        (await database.RowsAsync("select state from import_runs")).ShouldBe("INTERRUPTED");
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);

        (await database.TellAsync()).ShouldBe(await alone.TellAsync());
    }

    [Fact]
    public async Task What_a_first_run_that_was_cut_off_has_not_counted_is_counted_by_whoever_opens_the_database_next()
    {
        await using var database = await ImportDatabase.CreateAsync();
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Monday], new ImportOptions(), new CancelAt(ImportStage.ResolvingConcepts, source), source.Token));
        (await database.RowsAsync("select count(*) > 0, (select count(*) from group_memberships) from papers")).ShouldBe("yes | 0");

        // Whatever is counted already says nothing of the others.
        await database.RowsAsync("select count_papers(array[min(id), max(id)])::text from papers");

        await using (var writing = await database.DataSource.OpenConnectionAsync())
        {
            await using var transaction = await writing.BeginTransactionAsync();
            await using var change = new NpgsqlCommand("update papers set upvote_count = coalesce(upvote_count, 0) + 1", writing);
            await change.ExecuteNonQueryAsync();
            var completing = PostponedCount.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
            while (!completing.IsCompleted && await database.RowsAsync("select count(*) from pg_locks where not granted") == "0")
            {
            }
            await transaction.CommitAsync();
            await completing;
        }

        (await database.RowsAsync("select count(*) - (select count(*) from group_memberships) from papers")).ShouldBe("0");
        (await database.FindWrongAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_first_run_has_not_counted_is_left_to_it_while_it_lives()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var uncounted = new List<string>();
        var looking = new At(ImportStage.ResolvingConcepts, async () =>
        {
            await PostponedCount.CompleteWhatIsLeftAsync(database.DataSource, CancellationToken.None);
            uncounted.Add(await database.RowsAsync("select count(*) > 0, (select count(*) from group_memberships) from papers"));
        });

        await new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [SamplePages.Monday], new ImportOptions(), looking, CancellationToken.None);

        uncounted.Distinct().ShouldBe(["yes | 0"]);
        (await database.FindWrongAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_fails_says_so()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RowsAsync("alter table listings rename to elsewhere");

        await Should.ThrowAsync<Npgsql.PostgresException>(() => database.ImportAsync(SamplePages.Monday));

        (await database.RowsAsync("select state, papers_added, finished_at is not null from import_runs")).ShouldBe("FAILED | 0 | yes");
        (await database.RowsAsync("select count(*) from pages")).ShouldBe("0");
    }

    [Fact]
    public async Task A_strict_run_ends_at_the_first_problem_and_keeps_what_was_stored_before_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var missing = ImportSource.File("/no/such/page.txt");

        var ended = await Should.ThrowAsync<StrictImportException>(() => database.ImportAsync(
            new ImportOptions { IsStrict = true, ChunkSize = 1 }, SamplePages.Monday, missing, SamplePages.Search));

        ended.Problem.File.ShouldBe("/no/such/page.txt");
        (await database.RowsAsync(Runs)).ShouldBe("FAILED | monday.txt, /no/such/page.txt, search.txt | 0 | 2 | 0 | 2 | 1 | yes");
        (await database.RowsAsync("select file, import_run_id from import_problems")).ShouldBe("/no/such/page.txt | 1");
        (await database.RowsAsync("select count(*) from pages")).ShouldBe("1");
    }

    [Fact]
    public async Task A_strict_run_stores_nothing_of_the_batch_with_the_problem()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await Should.ThrowAsync<StrictImportException>(() => database.ImportAsync(
            new ImportOptions { IsStrict = true }, SamplePages.Monday, ImportSource.File("/no/such/page.txt")));
        (await database.RowsAsync("select count(*) from pages")).ShouldBe("0");
        var strict = await database.ImportAsync(new ImportOptions { IsStrict = true }, SamplePages.Monday);

        strict.PapersAdded.ShouldBe(2);
    }

    private sealed class BreakingStream(Exception exception) : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => throw exception;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(exception);
    }
}
