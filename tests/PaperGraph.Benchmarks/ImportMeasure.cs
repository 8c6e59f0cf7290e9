using System.Diagnostics;
using Npgsql;
using PaperGraph.Ingest;

namespace PaperGraph.Benchmarks;

/// <summary>
/// How fast pages become papers, code, concepts and links; what one page more costs; and how soon it is seen that all are known.
/// </summary>
internal static class ImportMeasure
{
    public static async Task RunAsync(NpgsqlDataSource source, IReadOnlyList<string> paths)
    {
        var files = paths
            .SelectMany<string, string>(
                path => Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path])
            .ToList();
        var importer = new Importer(source, TimeProvider.System);

        var stages = new StageTimes();
        var first = await TakeAsync(importer, files.Count > 1 ? files[..^1] : files, stages);
        stages.End();
        var more = await TakeAsync(importer, files[^1..], stages: null);
        var again = await TakeAsync(importer, files, stages: null);

        Console.WriteLine($"Import of {files.Count} files, {first.Papers + more.Papers:N0} papers");
        Write("first time", first, first);
        Console.WriteLine($"    {first.Papers / first.Seconds,10:N0} papers a second");
        foreach (var (stage, seconds) in stages.Seconds) Console.WriteLine($"    {stage,-18} {seconds / first.Seconds,6:P0} of the time");
        Write($"one file more, {more.Papers:N0} papers", more, first);
        Write("all again", again, first);
        Console.WriteLine();
    }

    private static void Write(string what, Taken taken, Taken first) => Console.WriteLine(
        $"  {what,-28} {taken.Seconds,8:N1} s, {taken.Seconds / first.Seconds,6:P0} of the first time; "
        + $"processor time of this program {taken.Processor,6:N1} s; {taken.Changed:N0} papers changed");

    private static async Task<Taken> TakeAsync(Importer importer, IReadOnlyList<string> files, StageTimes? stages)
    {
        var began = (Time: Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = await importer.ImportAsync(
            files.Select(ImportSource.File), new ImportOptions { Given = files }, stages, CancellationToken.None);
        return new Taken(
            result.PapersAdded,
            result.PapersChanged,
            Stopwatch.GetElapsedTime(began.Time).TotalSeconds,
            (Environment.CpuUsage.TotalTime - began.TotalTime).TotalSeconds);
    }

    private sealed record Taken(int Papers, int Changed, double Seconds, double Processor);

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
