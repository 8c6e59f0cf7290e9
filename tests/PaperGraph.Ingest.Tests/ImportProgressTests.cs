using System.Text.Json;

namespace PaperGraph.Ingest.Tests;

public sealed class ImportProgressTests
{
    private const int Papers = 1_200;

    [Fact]
    public async Task What_papers_are_compared_by_is_told_as_half_of_linking_them_and_an_analysis_when_it_is_there()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var told = new Told();
        var papers = ImportSource.Text("papers.json", JsonSerializer.Serialize(
            Enumerable.Range(0, Papers)
                .Select(i => new { paper = new { id = $"2406.{i:00000}", title = $"Meadow-{i}: Sparse Gardens" } })));

        await new Importer(database.DataSource, TimeProvider.System)
            .ImportAsync([papers], new ImportOptions(), told, CancellationToken.None);

        told.Of(ImportStage.LinkingPapers).ShouldBe(
            [(0, null), (500, Papers), (600, Papers), (850, Papers), (1_100, Papers), (Papers, Papers)]);
        told.Of(ImportStage.AnalyzingGraph).ShouldBe([(0, null), (Papers, Papers)]);
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        private readonly List<ImportProgress> reports = [];

        public void Report(ImportProgress value) => reports.Add(value);

        public IEnumerable<(long Done, long? Total)> Of(ImportStage stage) =>
            reports.Where(report => report.Stage == stage).Select(report => (report.Done, report.Total));
    }
}
