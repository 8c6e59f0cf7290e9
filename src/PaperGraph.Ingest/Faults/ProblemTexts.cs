using System.Text;
using PaperGraph.Data.Imports;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Faults;

/// <summary>Problems as they are stored and told, whatever the texts hold that they quote.</summary>
internal static class ProblemTexts
{
    private const int MaxMessage = 500;

    public static ProblemRow Row(ReadProblem problem) => new(
        problem.Source, WithoutNulAndHalfPairs(problem.File), problem.Line, problem.Column, WithoutNulAndHalfPairs(problem.Words),
        WithoutNulAndHalfPairs($"{problem.Message} {problem.Advice}"));

    /// <summary>What a stage threw, on one line and cut short.</summary>
    public static string For(Exception exception)
    {
        var cause = exception is AggregateException { InnerException: { } inner } ? inner : exception;
        var message = WithoutNulAndHalfPairs(cause.Message).ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return message.Length <= MaxMessage ? message : message[..MaxMessage] + "…";
    }

    /// <summary>Without what PostgreSQL cannot keep in a text: NUL, and halves of surrogate pairs.</summary>
    private static string WithoutNulAndHalfPairs(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
