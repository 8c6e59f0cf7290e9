using System.Collections.Frozen;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Learns which short lines a page holds again and again, as sites put them around what they list. Several pages in one file
/// may hold the same paper, so that each page is counted for itself.
/// </summary>
internal sealed class RepeatedLines
{
    private const int MinTimes = 3;
    private const int MaxLength = 80;
    private const int MaxLines = 20_000;

    private readonly Dictionary<string, (int All, int Apart, string Next)> times = [];
    private readonly Dictionary<string, (int All, int Apart)> most = [];
    private readonly HashSet<string> bylines = [];
    private string? waiting;
    private bool waitsApart;
    private bool afterBlank = true;
    private bool wasBlank;

    public void Add(string line)
    {
        if (line.Length == 0)
        {
            wasBlank = true;
            return;
        }
        CountWaiting(line);
        if (Boilerplate.IsMark(line)) EndPage();
        afterBlank = wasBlank;
        wasBlank = false;
        waitsApart = afterBlank;
        waiting = IsCounted(line) ? line : null;
    }

    /// <param name="areApart">
    /// Whether only those count that stand between empty lines: where lines are wrapped, ends of sentences repeat.
    /// </param>
    public FrozenSet<string> Find(bool areApart)
    {
        CountWaiting("");
        EndPage();
        return most.Where(pair => (areApart ? pair.Value.Apart : pair.Value.All) >= MinTimes && !bylines.Contains(pair.Key))
            .Select(pair => pair.Key).ToFrozenSet();
    }

    private void CountWaiting(string next)
    {
        if (waiting is not { } line) return;
        waiting = null;
        // The line names an organization, which may have many papers on a page.
        if (BylineLine.Parse(next) is { Authors: null })
        {
            if (bylines.Count < MaxLines) bylines.Add(line);
            return;
        }
        if (times.Count >= MaxLines && !times.ContainsKey(line)) return;
        // The title of a paper that is listed again stands above the same abstract.
        var known = times.GetValueOrDefault(line);
        var start = Prose.Start(next, MaxLength);
        if (known.Next == start) return;
        times[line] = (known.All + 1, known.Apart + (waitsApart && (wasBlank || next.Length == 0) ? 1 : 0), start);
    }

    private void EndPage()
    {
        foreach (var (line, count) in times)
        {
            if (count.All < MinTimes) continue;
            var known = most.GetValueOrDefault(line);
            most[line] = (Math.Max(known.All, count.All), Math.Max(known.Apart, count.Apart));
        }
        times.Clear();
    }

    private static bool IsCounted(string line) =>
        line.Length is > 1 and <= MaxLength && !Boilerplate.IsHeading(line) && !Boilerplate.IsAround(line)
        && !Boilerplate.IsSubmitter(line) && BylineLine.ParseNumber(line) is null && BylineLine.Parse(line) is null;
}
