using System.Globalization;
using PaperGraph.Data;
using PaperGraph.GeneratedGraph;
using PaperGraph.Ingest;

namespace PaperGraph.Benchmarks;

/// <summary>
/// Imports invented papers from one file, as arXiv or OpenAlex writes them, into a database that PostgreSQL keeps as it does for the
/// program: what each stage takes of the processor and of memory, and the same file again.
/// </summary>
internal static class GeneratedImportMeasure
{
    public static async Task RunAsync(int papers, bool areWorks, CancellationToken cancellationToken)
    {
        var file = Path.Combine(GeneratedHome.Root, $"import-{papers}.jsonl");
        Directory.CreateDirectory(GeneratedHome.Root);
        await using (var stream = File.Create(file)) await GeneratedSnapshot.WriteAsync(stream, papers, areWorks, cancellationToken);
        GC.Collect();
        Console.WriteLine($"{papers:N0} papers in {new FileInfo(file).Length / 1e6:N0} MB");
        await ProcessorWatch.OverEmptyAsync(
            Path.Combine(GeneratedHome.Root, $"import-{papers}"),
            async postgres =>
            {
                await using var database = DataSources.Create(postgres.ConnectionString);
                var importer = new Importer(database, TimeProvider.System);
                var watch = new ProcessorWatch(postgres);
                watch.Tell("before it, the empty program");
                await ImportAsync(importer, file, watch, cancellationToken);
                await importer.ImportAsync([ImportSource.File(file)], new ImportOptions { Given = [file] }, null, cancellationToken);
                watch.Tell("all again");
            },
            cancellationToken);
        File.Delete(file);
    }

    private static async Task ImportAsync(Importer importer, string file, ProcessorWatch watch, CancellationToken cancellationToken)
    {
        var stages = new Stages(watch);
        watch.Begin();
        var result = await importer.ImportAsync(
            [ImportSource.File(file)], new ImportOptions { Given = [file] }, stages, cancellationToken);
        stages.End();

        var sum = default(ProcessorWatch.Figures);
        foreach (var (stage, figures) in stages.Taken)
        {
            sum += figures;
            Console.WriteLine(figures.Told(stage.ToString()));
            if (stage is ImportStage.FindingCode or ImportStage.LinkingPapers) TellRate($"to the end of {stage}", result.PapersAdded, sum);
        }
        Console.WriteLine(sum.Told($"{result.PapersAdded:N0} papers, {result.ProblemCount:N0} problems"));
        TellRate("in all", result.PapersAdded, sum);
    }

    private static void TellRate(string what, int papers, ProcessorWatch.Figures sum) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"            {what}: {papers / sum.Seconds:N0} papers a second on the clock, "
        + $"{papers / (sum.Program + sum.Postgres):N0} a second of the processor"));

    /// <summary>What is taken between the first report of a stage and that of the next.</summary>
    private sealed class Stages(ProcessorWatch watch) : IProgress<ImportProgress>
    {
        private readonly SortedDictionary<ImportStage, ProcessorWatch.Figures> taken = [];
        private ImportStage stage = ImportStage.Reading;

        public IEnumerable<(ImportStage Stage, ProcessorWatch.Figures Figures)> Taken => taken.Select(pair => (pair.Key, pair.Value));

        public void Report(ImportProgress value)
        {
            if (value.Stage == stage) return;
            End();
            stage = value.Stage;
        }

        public void End() => taken[stage] = taken.GetValueOrDefault(stage) + watch.Next();
    }
}
