using System.Text.Json;
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
        using var extraction = new Waiting();
        var stage = new ExtractionStage<string>(extraction, chunkSize: 2, new StageProblems(null), progress: null);

        await using var connection = await database.DataSource.OpenConnectionAsync();
        await stage.RunAsync(connection, CancellationToken.None);

        extraction.Stored.Select(portion => portion.Count).ShouldBe([2, 2, 1]);
        extraction.Stored.SelectMany(portion => portion).ShouldBe(Enumerable.Range(1, 5).Select(i => $"Meadow {i}"));
        (await database.RowsAsync("select count(*) from extractions where extractor = 'waiting'")).ShouldBe("5");
    }

    /// <summary>Stores a portion when the next has been read, which would never be if the one waited for the other.</summary>
    private sealed class Waiting : IExtraction<string>, IDisposable
    {
        private readonly SemaphoreSlim read = new(0);

        public List<List<string>> Stored { get; } = [];

        public ImportStage Stage => ImportStage.FindingCode;

        public string Extractor => "waiting";

        public string Version => "1";

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
            int[] readBeforeStoring = [4, 1, 0];
            for (var i = 0; i < readBeforeStoring[Stored.Count - 1]; i++)
                (await read.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken)).ShouldBeTrue("the next portion is not read meanwhile");
        }
    }
}
