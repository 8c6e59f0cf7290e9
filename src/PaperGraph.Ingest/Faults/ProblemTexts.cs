using System.Text;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Imports;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Faults;

/// <summary>Problems as they are stored and told, whatever the texts hold that they quote.</summary>
internal static class ProblemTexts
{
    private const int MaxMessage = 500;

    private const string Unnamed = "(without a name)";

    public static ProblemRow Row(ReadProblem problem) => new(
        problem.Source, NameOf(problem.File), problem.Line, problem.Column, WithoutNulAndHalfPairs(problem.Words),
        WithoutNulAndHalfPairs($"{problem.Message} {problem.Advice}"));

    /// <summary>The name of a file as it is stored, whatever whoever made the file, or the archive that it is in, called it.</summary>
    public static string NameOf(string file) => file.Length == 0 ? Unnamed : WithoutNulAndHalfPairs(file);

    /// <summary>What a stage threw, on one line and cut short.</summary>
    public static string For(Exception exception)
    {
        var cause = exception is AggregateException { InnerException: { } inner } ? inner : exception;
        // What PostgreSQL adds in detail is left out of the message where it may quote what is secret, and the driver says so.
        var said = NpgsqlFailure.Of(cause) is PostgresException refused ? $"{refused.SqlState}: {refused.MessageText}" : cause.Message;
        var message = WithoutNulAndHalfPairs(said).ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return message.Length <= MaxMessage ? message : message[..MaxMessage] + "…";
    }

    /// <summary>Without what PostgreSQL cannot keep in a text: NUL, and halves of surrogate pairs.</summary>
    private static string WithoutNulAndHalfPairs(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
