using System.Globalization;
using PaperGraph.Ingest;

namespace PaperGraph.Terminals;

/// <summary>
/// How far a stage of an import has come, how fast, and how long it takes yet, reckoned from its beginning; reading from where the first
/// papers were stored, since it takes a while to look through a large file before.
/// </summary>
/// <param name="totalBytes">The bytes of all documents; null as long as that is not known.</param>
internal sealed class ImportPace(TimeProvider time, Func<long?> totalBytes)
{
    /// <summary>Before it, nothing can be told of how fast it goes.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(2);

    /// <summary>As long as nothing is counted, a stage is told by how long it takes; before this, that is nothing.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private ImportStage? stage;
    private long begun;

    /// <summary>From where on it is reckoned how fast the stage goes, and when it came there.</summary>
    private (ImportProgress Progress, long At)? first;
    private int problems;

    /// <summary>Such as <c>12,000 listings, 34.5 of 120.0 MB, 1,250 a second, 2 minutes left, 3 problems</c>.</summary>
    /// <param name="soFar">What stands behind what was done, before all else.</param>
    public string Describe(ImportProgress progress, string soFar = "")
    {
        Begin(progress);
        var elapsed = time.GetElapsedTime(begun);
        var parts = new List<string> { Quantities.Count(progress.Done, StageNames.Counted(progress.Stage)) };
        if (progress is { Stage: not ImportStage.Reading, Total: { } total } && total > progress.Done)
            parts[0] = $"{Quantities.Number(progress.Done)} of {Quantities.Count(total, StageNames.Counted(progress.Stage))}";
        if (progress is { Done: 0, Total: null } && elapsed >= Shortest) parts[0] = Took(elapsed);
        parts[0] += soFar;
        if (progress.Bytes > 0) parts.Add(Size(progress.Bytes));
        if (first is var (from, at) && time.GetElapsedTime(at) is var took && took >= Warmup && progress.Done > from.Done)
        {
            var rate = (progress.Done - from.Done) / took.TotalSeconds;
            parts.Add(rate >= 1 ? $"{Quantities.Number((long)rate)} a second" : $"{Quantities.Number((long)(rate * 60))} a minute");
            if (Part(progress) is < 1 and var share && share - (Part(from) ?? 0) is > 0 and var gone)
                parts.Add($"{Took(took * ((1 - share) / gone))} left");
        }
        if (problems > 0) parts.Add(Quantities.Count(problems, "problem"));
        return string.Join(", ", parts);
    }

    /// <summary>From 0 to 1; null where nobody knows how much there is.</summary>
    public double? Share(ImportProgress progress)
    {
        Begin(progress);
        return Part(progress);
    }

    private double? Part(ImportProgress progress)
    {
        if (progress is { Stage: ImportStage.Reading, Bytes: > 0 } && totalBytes() is > 0 and var bytes)
            return Math.Min(1, progress.Bytes / (double)bytes);
        return progress.Total is > 0 and var total ? Math.Min(1, progress.Done / (double)total) : null;
    }

    private void Begin(ImportProgress progress)
    {
        if (progress.Stage == ImportStage.Reading) problems = progress.Problems;
        var now = time.GetTimestamp();
        if (stage != progress.Stage) (stage, begun, first) = (progress.Stage, now, null);
        if (progress.Stage != ImportStage.Reading) first ??= (progress with { Done = 0 }, begun);
        else if (progress.Done > 0) first ??= (progress, now);
    }

    private string Size(long bytes)
    {
        var all = totalBytes();
        var (unit, name) = Math.Max(bytes, all ?? 0) >= 1_000_000_000 ? (1e9, "GB") : (1e6, "MB");
        string Number(long count) => (count / unit).ToString("N1", CultureInfo.InvariantCulture);
        return all >= bytes ? $"{Number(bytes)} of {Number(all.Value)} {name}" : $"{Number(bytes)} {name}";
    }

    private static string Took(TimeSpan time) => time.TotalSeconds switch
    {
        < 90 and var seconds => Quantities.Count((long)Math.Ceiling(seconds), "second"),
        < 5_400 => Quantities.Count((long)Math.Round(time.TotalMinutes), "minute"),
        _ => Quantities.Count((long)Math.Round(time.TotalHours), "hour"),
    };
}
