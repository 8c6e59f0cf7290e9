using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Records;

/// <summary>One record of an input: the paper that it states, and what could not be read of it.</summary>
/// <param name="Paper">Its rank is not known yet. Null where the record states none, which is a problem only where one says so.</param>
internal sealed record SourceRecord(ListedPaper? Paper, IReadOnlyList<RecordProblem> Problems)
{
    public static SourceRecord Unreadable(int line, int column, string words, string message, string advice) =>
        new(null, [new RecordProblem(line, column, words, message, advice)]);

    /// <summary>A problem of the input as a whole.</summary>
    public static SourceRecord OfInput(string message, string advice) => new(null, [new RecordProblem(null, null, "", message, advice)]);

    /// <param name="line">The line on which the record begins, which is that of all its fields' problems.</param>
    public static SourceRecord From(ListedPaper? paper, FieldProblemCollector problems, int line, int column) =>
        new(paper, [.. problems.All.Select(problem => new RecordProblem(line, column, problem.Words, problem.Message, problem.Advice))]);
}

/// <param name="Line">Counted from 1; null where it is of the input as a whole.</param>
internal sealed record RecordProblem(int? Line, int? Column, string Words, string Message, string Advice);
