using System.Diagnostics;
using Npgsql;
using PaperGraph.Ingest;

namespace PaperGraph.Benchmarks;

/// <summary>How fast pages become papers, code, concepts and links; and how fast it is seen that they are known already.</summary>
internal static class ImportMeasure
{
    public static async Task RunAsync(NpgsqlDataSource source, IReadOnlyList<string> paths)
    {
        var files = paths.SelectMany<string, string>(path => Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path]).ToList();
        var importer = new Importer(source, TimeProvider.System);

        var stages = new StageTimes();
        var first = await TimeAsync(() => importer.ImportAsync(files.Select(ImportSource.File), new ImportOptions(), stages, CancellationToken.None));
        stages.End();
        var again = await TimeAsync(() => importer.ImportAsync(files.Select(ImportSource.File), new ImportOptions(), null, CancellationToken.None));

        Console.WriteLine($"Import of {files.Count} files, {first.Result.PapersAdded} papers");
        Console.WriteLine($"  first time   {first.Result.PapersAdded / first.Seconds,10:N0} papers a second");
        foreach (var (stage, seconds) in stages.Seconds) Console.WriteLine($"    {stage,-18} {seconds / first.Seconds,6:P0} of the time");
        Console.WriteLine($"  again        {again.Seconds / first.Seconds,10:P1} of the first time, {again.Result.PapersChanged} papers changed");
        Console.WriteLine();
    }

    private static async Task<(ImportResult Result, double Seconds)> TimeAsync(Func<Task<ImportResult>> import)
    {
        var watch = Stopwatch.StartNew();
        var result = await import();
        return (result, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Time between the first report of a stage and that of the next.</summary>
    private sealed class StageTimes : IProgress<ImportProgress>
    {
        private readonly Dictionary<ImportStage, double> seconds = [];

        private long last = Stopwatch.GetTimestamp();

        private ImportStage stage = ImportStage.Reading;

        public IEnumerable<(ImportStage Stage, double Seconds)> Seconds => seconds.Select(pair => (pair.Key, pair.Value));

        public void End() => Report(new ImportProgress(stage, 0, null));

        public void Report(ImportProgress value)
        {
            var now = Stopwatch.GetTimestamp();
            seconds[stage] = seconds.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(last, now).TotalSeconds;
            (stage, last) = (value.Stage, now);
        }
    }
}
