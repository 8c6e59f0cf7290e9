using System.Text;
using System.Text.Json;
using PaperGraph.Ingest.Reading;

namespace PaperGraph.Ingest.Tests.Reading;

/// <summary>Memory does not grow with what stands in an input: what is held at a time is bounded in length, too.</summary>
public sealed class LargeInputsTests
{
    [Fact]
    public async Task A_chunk_is_full_by_its_length_and_texts_longer_than_any_are_left_out()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var lines = new StringBuilder();
        for (var i = 1; i <= 20; i++) lines.Append(Line(i, new string('x', 1_000_000)));
        lines.Append(Line(21, "We fold maps.")).Append(Line(22, "We fold maps.", title: new string('y', 20_000)));
        var done = new List<long>();
        var progress = new Progress(done);

        var result = await new Importer(database.DataSource, TimeProvider.System).ImportAsync(
            [ImportSource.Text("large.jsonl", lines.ToString())], new ImportOptions(), progress, CancellationToken.None);

        done.Zip(done.Skip(1), (before, after) => after - before).Max().ShouldBe(8, "eight texts of a million letters are enough");
        (result.Counts.RecordsAdded, result.Counts.RecordsUnreadable, result.ProblemCount).ShouldBe((21, 1, 21));
        result.Problems.Select(problem => problem.Line).Order().ShouldBe([.. Enumerable.Range(1, 20).Append(22).Cast<int?>()]);
        (await database.RowsAsync("select count(*), count(abstract) from papers")).ShouldBe("21 | 1");
        result.Problems.Select(problem => problem.Message).ShouldContain("The abstract of \"Map 7\" is longer than 100000 characters.");
        result.Problems.Select(problem => problem.Message)
            .ShouldContain("This paper could not be stored: its title is longer than 10000 characters.");
    }

    [Fact]
    public async Task Of_a_list_of_identifiers_without_end_the_first_are_fetched()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var lines = new StringBuilder();
        for (var i = 0; i <= ReadingStage.MaxReferencesOfDocument + 5; i++) lines.Append("10.1145/").Append(i).Append('\n');
        var asked = 0;
        var importer = new Importer(database.DataSource, TimeProvider.System)
        {
            LookUp = (references, _) =>
            {
                asked += references.Count;
                return AsyncEnumerable.Empty<ImportSource>();
            },
        };

        var result = await importer.ImportAsync(
            [ImportSource.Text("dois.txt", lines.ToString())], new ImportOptions(), progress: null, CancellationToken.None);

        asked.ShouldBe(ReadingStage.MaxReferencesOfDocument);
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Message).ShouldBe(
            (ReadingStage.MaxReferencesOfDocument + 1, "This list holds more than 200000 identifiers; from here on they are left out."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Repeats_of_a_record_take_as_many_statements_as_the_record(bool areChanged)
    {
        const int Repeats = 300;
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(ImportSource.Text("before.json", "[" + Record(0) + "]"));
        log.Take();

        await database.ImportAsync(ImportSource.Text("one.json", "[" + Record(1) + "]"));
        var ofOne = log.Take().Count;
        var repeated = string.Join(',', Enumerable.Range(2, Repeats).Select(i => Record(areChanged ? i : 2)));
        var result = await database.ImportAsync(ImportSource.Text("repeats.json", $"[{repeated}]"));
        var ofMany = log.Take();

        result.Counts.Records.ShouldBe(Repeats);
        result.ProblemCount.ShouldBe(0);
        ofMany.Count.ShouldBeLessThan(ofOne + 20, string.Join("\n", ofMany.GroupBy(s => s[..Math.Min(80, s.Length)])
            .OrderByDescending(g => g.Count()).Take(10).Select(g => $"{g.Count()} {g.Key}")));

        static string Record(int upvotes) => $$"""
            {
              "title": "Gardens of Gates", "numComments": 1,
              "paper": {
                "id": "2407.00001", "title": "Gardens of Gates", "summary": "Gates open as gardens grow.",
                "authors": [{"name": "Ada Green"}, {"name": "Ben Moss"}], "publishedAt": "2024-07-01T00:00:00.000Z",
                "submittedOnDailyAt": "2024-07-02T00:00:00.000Z", "upvotes": {{upvotes}},
                "githubRepo": "https://github.com/meadow-lab/gates", "organization": {"name": "meadow-lab", "fullname": "The Meadow Lab"}
              }
            }
            """;
    }

    [Fact]
    public async Task What_a_page_or_a_file_of_the_time_says_again_is_not_merged_again()
    {
        const string Planned = "insert into listings (";
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        var records = string.Concat(Enumerable.Range(1, 3).Select(i => Line(i, "We fold maps.")));
        var repeats = string.Concat(Enumerable.Repeat(records, 20)) + Line(4, "We fold clocks.") + records;

        var result = await ImportAsync(repeats);
        (result.Counts.Records, result.Counts.RecordsAdded, result.Counts.RecordsUnchanged).ShouldBe((64, 4, 60));
        log.Take().Count(statement => statement.Contains(Planned, StringComparison.Ordinal)).ShouldBe(2, "of the first, and of the new");

        result = await ImportAsync(records + Line(5, "We fold clocks.") + Line(4, "We fold clocks."));
        (result.Counts.Records, result.Counts.RecordsAdded, result.Counts.RecordsUnchanged).ShouldBe((5, 1, 4));
        log.Take().Count(statement => statement.Contains(Planned, StringComparison.Ordinal)).ShouldBe(1, "of the new");
        (await database.RowsAsync("select count(*), count(distinct last_observed_at) from listings")).ShouldBe("5 | 1");

        Task<ImportResult> ImportAsync(string text) => database.ImportAsync(
            new ImportOptions { ChunkSize = 3 },
            new ImportSource("repeats.jsonl", () => new MemoryStream(Encoding.UTF8.GetBytes(text)))
            {
                WrittenAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            });
    }

    private static string Line(int number, string text, string? title = null) =>
        JsonSerializer.Serialize(
            new { paper = new { id = $"2406.{number:00000}", title = title ?? $"Map {number}", summary = text } }) + "\n";

    private sealed class Progress(List<long> done) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == ImportStage.Reading) done.Add(value.Done);
        }
    }
}
