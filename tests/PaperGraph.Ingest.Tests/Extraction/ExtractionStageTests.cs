using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using PaperGraph.Data.Papers;
using PaperGraph.Ingest.Extraction;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Tests.Extraction;

public sealed class ExtractionStageTests
{
    [Fact]
    public async Task While_a_portion_is_stored_the_next_one_is_read()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("five.json", JsonSerializer.Serialize(
            Enumerable.Range(1, 5).Select(i => new
            {
                paper = new { id = $"2406.0000{i}", title = $"Meadow {i}", summary = $"Of meadow {i}." },
            }))));
        using var extraction = new Waiting(readBeforeStoring: [4, 1, 0]);
        var stage = new ExtractionStage<string>(extraction, chunkSize: 2, new StageProblems(null), progress: null);

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await stage.RunAsync(connection, CancellationToken.None);

        extraction.Stored.Select(portion => portion.Count).ShouldBe([2, 2, 1]);
        extraction.Stored.SelectMany(portion => portion).ShouldBe(Enumerable.Range(1, 5).Select(i => $"Meadow {i}"));
        (await database.RowsAsync("select count(*) from extractions where extractor = 'waiting'")).ShouldBe("5");
    }

    [Fact]
    public async Task A_portion_of_long_texts_is_a_small_one()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("five.json", JsonSerializer.Serialize(
            Enumerable.Range(1, 5).Select(i => new
            {
                paper = new { id = $"2406.0000{i}", title = $"Meadow {i}", summary = $"Of meadow {i}." },
            }))));
        await database.RowsAsync("update papers set abstract = repeat('Meadows! ', 330000)");
        using var extraction = new Waiting(readBeforeStoring: [0, 0]);
        var stage = new ExtractionStage<string>(extraction, chunkSize: 10, new StageProblems(null), progress: null);

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await stage.RunAsync(connection, CancellationToken.None);

        extraction.Stored.Select(portion => portion.Count).ShouldBe([3, 2], "three have more than eight million letters");
    }

    [Fact]
    public async Task Texts_are_read_beside_an_import_and_again_where_they_changed_meanwhile()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Lakes(3));
        var extraction = new Renaming(database);
        var stage = new ExtractionStage<string>(extraction, chunkSize: 10, new StageProblems(null), progress: null);
        var stored = Channel.CreateUnbounded<bool>();
        stored.Writer.TryWrite(true);
        stored.Writer.Complete();

        await stage.RunBesideAsync(
            async () => await database.DataSource.OpenConnectionAsync(), stored.Reader, CancellationToken.None);
        extraction.Stored.ShouldBe(["Lake 1", "Lake 3"]);

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await stage.RunAsync(connection, CancellationToken.None);
        extraction.Stored.ShouldBe(["Lake 1", "Lake 3", "Sea 2"]);
        (await database.RowsAsync("select count(*) from extractions where extractor = 'renaming'")).ShouldBe("3");
    }

    [Fact]
    public async Task Mentions_are_stored_beside_whoever_writes_papers_but_of_those_that_go_just_now()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Lakes(3));
        using var extraction = new Waiting([0, 0], findsMentions: true);
        await using var connection = await database.DataSource.OpenConnectionAsync();

        await using (var writing = await database.DataSource.OpenConnectionAsync())
        await using (var transaction = await writing.BeginTransactionAsync())
        {
            await using var go = new NpgsqlCommand(
                "select pg_advisory_xact_lock(7247433002); select from papers where title = 'Lake 2' for update", writing, transaction);
            await go.ExecuteNonQueryAsync();
            await RunAsync().WaitAsync(Patience.Limit);
            extraction.Stored.ShouldHaveSingleItem().ShouldBe(["Lake 1", "Lake 3"]);
        }

        await RunAsync();
        extraction.Stored[1].ShouldBe(["Lake 2"], "the paper stayed");

        Task RunAsync() => new ExtractionStage<string>(extraction, chunkSize: 10, new StageProblems(null), progress: null)
            .RunAsync(connection, CancellationToken.None);
    }

    [Fact]
    public async Task Mentions_that_are_stored_of_a_paper_while_it_becomes_another_go_with_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Lakes(1), ImportSource.Text("sea.bib", "@misc{sea, title = {A sea of lakes}}"));
        // As a large import leaves the tables until its end.
        await database.RowsAsync("alter table mentions drop constraint fk_mentions_papers_paper_id");
        var sea = (await database.RowsAsync("select id, title, text_hash from papers where title like '%sea%'")).Split(" | ");
        var text = new StoredText(
            long.Parse(sea[0], CultureInfo.InvariantCulture), sea[1], null, long.Parse(sea[2], CultureInfo.InvariantCulture));

        await using var storing = await database.DataSource.OpenConnectionAsync();
        await using var transaction = await storing.BeginTransactionAsync();
        (await ExtractionStore.PresentAsync(transaction, [text], areMentions: true, CancellationToken.None)).ShouldBe([text.PaperId]);
        var importing = database.ImportAsync(ImportSource.Text("one.json", """
            [{"paper": {"id": "2406.00001", "title": "A sea of lakes", "summary": "Of lake 1."}}]
            """));
        var waiting = $"select count(*) from pg_stat_activity where pg_blocking_pids(pid) @> array[{storing.ProcessID}]";
        while (!importing.IsCompleted && await database.RowsAsync(waiting) == "0") await Task.Yield();
        await using var insert = new NpgsqlCommand(
            """
            insert into mentions (paper_id, field, start, length, surface, key, kind, score, origin, extractor, version)
            values ($1, 'TITLE', 2, 3, 'sea', 'sea', 'OTHER', 1, 'TEXT', 'lakes', '1')
            """,
            storing,
            transaction)
        {
            Parameters = { new() { Value = text.PaperId } },
        };
        await insert.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        await importing;

        (await database.RowsAsync("select count(*) from papers")).ShouldBe("1");
        (await database.RowsAsync("select count(*) from mentions where extractor = 'lakes'")).ShouldBe("0");
    }

    private static ImportSource Lakes(int count) => ImportSource.Text("lakes.json", JsonSerializer.Serialize(
        Enumerable.Range(1, count).Select(i => new
        {
            paper = new { id = $"2406.0000{i}", title = $"Lake {i}", summary = $"Of lake {i}." },
        })));

    /// <summary>While it reads a text for the first time, somebody else gives its paper another title.</summary>
    private sealed class Renaming(ImportDatabase database) : IExtraction<string>
    {
        public List<string> Stored { get; } = [];

        public ImportStage Stage => ImportStage.FindingCode;

        public string Extractor => "renaming";

        public string Version => "1";

        public bool FindsMentions => true;

        public string Find(StoredText paper)
        {
            if (paper.Title == "Lake 2")
                database.RowsAsync("update papers set title = 'Sea 2' where title = 'Lake 2'").GetAwaiter().GetResult();
            return paper.Title;
        }

        public string Nothing(StoredText paper) => "";

        public Task StoreAsync(
            NpgsqlTransaction transaction, IReadOnlyList<(StoredText Paper, string Found)> papers, CancellationToken cancellationToken)
        {
            Stored.AddRange(papers.Select(entry => entry.Found));
            return Task.CompletedTask;
        }
    }

    /// <summary>Stores a portion when the next has been read, which would never be if the one waited for the other.</summary>
    /// <param name="readBeforeStoring">For each portion, how many more texts have to be read before it is stored.</param>
    private sealed class Waiting(int[] readBeforeStoring, bool findsMentions = false) : IExtraction<string>, IDisposable
    {
        private readonly SemaphoreSlim read = new(0);

        public List<List<string>> Stored { get; } = [];

        public ImportStage Stage => ImportStage.FindingCode;

        public string Extractor => "waiting";

        public string Version => "1";

        public bool FindsMentions => findsMentions;

        public void Dispose() => read.Dispose();

        public string Find(StoredText paper)
        {
            read.Release();
            return paper.Title;
        }

        public string Nothing(StoredText paper) => "";

        public async Task StoreAsync(
            NpgsqlTransaction transaction, IReadOnlyList<(StoredText Paper, string Found)> papers, CancellationToken cancellationToken)
        {
            Stored.Add([.. papers.Select(entry => entry.Found)]);
            for (var i = 0; i < readBeforeStoring[Stored.Count - 1]; i++)
                (await read.WaitAsync(Patience.Limit, cancellationToken)).ShouldBeTrue("the next portion is not read meanwhile");
        }
    }
}
