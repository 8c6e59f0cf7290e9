using PaperGraph.Sources;

namespace PaperGraph.Commands;

/// <summary>Problems as lines for a person: place, what is wrong, the words that stand there.</summary>
internal static class ProblemLines
{
    private const int MaxWords = 80;

    public static string Line(ReadProblem problem) =>
        $"{Place(problem.File, problem.Line, problem.Column)}: {problem.Message}{Quoted(problem.Words)} {problem.Advice}";

    public static string Place(string file, int? line, int? column) =>
        Printable(line is null ? file : column is null ? $"{file}:{line}" : $"{file}:{line}:{column}");

    /// <summary>The beginning of the words, in quotes and behind a blank; nothing where there are none.</summary>
    public static string Quoted(string words)
    {
        var printable = Printable(words);
        if (printable.Length == 0) return "";
        return printable.Length <= MaxWords ? $" \"{printable}\"" : $" \"{Start(printable)}…\"";
    }

    private static string Start(string text) => char.IsHighSurrogate(text[MaxWords - 1]) ? text[..(MaxWords - 1)] : text[..MaxWords];

    /// <summary>On one line, and without what would move a terminal's cursor or change its colours.</summary>
    private static string Printable(string text) => string.Create(
        text.Length, text, (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });
}
