using PaperGraph.Ingest;
using PaperGraph.Sources;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>What an import did, for the person who asked for it.</summary>
internal static class ImportSummary
{
    private const int MaxWords = 80;

    public static void Write(ImportResult result, Terminal terminal)
    {
        terminal.Out.WriteLine(
            $"Read {Quantities.Count(result.Pages, "page")}: {Quantities.Count(result.PapersAdded, "new paper")}, "
            + $"{Quantities.Number(result.PapersChanged)} changed, {Quantities.Count(result.ListingsAdded, "new listing")}.");
        WriteProblems(result.Problems, result.ProblemCount, terminal);
    }

    /// <param name="problems">The first problems.</param>
    public static void WriteProblems(IReadOnlyList<ReadProblem> problems, int count, Terminal terminal)
    {
        if (count == 0) return;
        terminal.Error.WriteLine($"{Quantities.Count(count, "problem")}:");
        foreach (var problem in problems) terminal.Error.WriteLine($"  {Line(problem)}");
        if (count > problems.Count)
            terminal.Error.WriteLine($"  and {Quantities.Number(count - problems.Count)} more, all kept in the table import_problems.");
    }

    private static string Line(ReadProblem problem)
    {
        var place = problem.Line is { } line ? $"{problem.File}:{line}{(problem.Column is { } column ? $":{column}" : "")}" : problem.File;
        var words = problem.Words.ReplaceLineEndings(" ");
        if (words.Length > MaxWords) words = words[..MaxWords] + "…";
        return $"{place}: {problem.Message}{(words.Length > 0 ? $" \"{words}\"" : "")} {problem.Advice}";
    }
}
