using System.Diagnostics;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>
/// Papers a second through the whole extractor on one core, by the processor time used in the best of some rounds: code is compiled anew
/// during the first.
/// </summary>
internal static class SpeedMeasure
{
    private const int Rounds = 30;

    public static double PapersASecond(ConceptExtractor extractor, IReadOnlyList<PaperText> papers)
    {
        var best = double.MaxValue;
        foreach (var paper in papers) extractor.Extract(paper);
        for (var round = 0; round < Rounds; round++)
        {
            var start = ProcessorTime();
            foreach (var paper in papers) extractor.Extract(paper);
            best = Math.Min(best, (ProcessorTime() - start).TotalSeconds);
        }

        return papers.Count / best;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
