using PaperGraph.Ingest;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>What an import did, for the person who asked for it.</summary>
internal static class ImportSummary
{
    public static void Write(ImportResult result, Terminal terminal)
    {
        var counts = result.Counts;
        terminal.Out.WriteLine(
            $"Read {Quantities.Count(counts.Records, counts.OtherRecords == 0 ? "paper" : "record")} on "
            + $"{Quantities.Count(counts.Pages, "page")}: "
            + $"{Quantities.Number(counts.RecordsAdded)} new, {Quantities.Number(counts.RecordsChanged)} changed, "
            + $"{Quantities.Number(counts.RecordsUnchanged)} unchanged, {Quantities.Number(counts.RecordsUnreadable)} unreadable; "
            + $"{Quantities.Count(counts.ListingsAdded, "new listing")}.");
        if (counts.PapersChanged > counts.RecordsChanged)
        {
            terminal.Out.WriteLine(
                $"{Quantities.Count(counts.PapersChanged - counts.RecordsChanged, "more paper")} changed with them: papers that were "
                + "merged, to which something was added, or that their pages do not list any more.");
        }
        WriteProblems(result.Problems, result.ProblemCount, terminal);
    }

    /// <param name="problems">The first problems.</param>
    public static void WriteProblems(IReadOnlyList<ReadProblem> problems, int count, Terminal terminal)
    {
        if (count == 0) return;
        terminal.Error.WriteLine($"{Quantities.Count(count, "problem")}:");
        foreach (var problem in problems) terminal.Error.WriteLine($"  {ProblemLines.Line(problem)}");
        if (count > problems.Count)
            terminal.Error.WriteLine($"  and {Quantities.Number(count - problems.Count)} more; `papergraph problems` lists them all.");
    }
}
