using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Records;

/// <summary>One record of an input: the paper, or the other thing, that it states, and what could not be read of it.</summary>
/// <param name="Paper">Its rank is not known yet. Null where the record states none, which is a problem only where one says so.</param>
internal sealed record SourceRecord(ListedPaper? Paper, IReadOnlyList<RecordProblem> Problems)
{
    /// <summary>What the record states of a paper that it does not describe itself.</summary>
    public StatedAddition? Addition { get; init; }

    /// <summary>The method or dataset that the record states in place of a paper.</summary>
    public ListedConcept? Concept { get; init; }

    /// <summary>The institution that the record states in place of a paper.</summary>
    public StatedInstitution? Institution { get; init; }

    /// <summary>The repository that the record says was renamed.</summary>
    public StatedRename? Rename { get; init; }

    /// <summary>The line on which it begins, from 1; null where that is not known.</summary>
    public int? Line { get; init; }

    /// <param name="rank">The place of the record in the input.</param>
    /// <returns>What the record states; null where it states nothing.</returns>
    public SourceItem? Item(int rank) => this switch
    {
        { Paper: { } paper } => new PaperRecord(paper with { Rank = rank }, Line),
        { Addition: { } addition } => new AdditionRecord(addition, Line),
        { Concept: { } concept } => new ConceptRecord(concept with { Rank = rank }, Line),
        { Institution: { } institution } => new InstitutionRecord(institution, Line),
        { Rename: { } rename } => new RenameRecord(rename, Line),
        _ => null,
    };

    public static SourceRecord Unreadable(int line, int column, string words, string message, string advice) =>
        new(null, [new RecordProblem(line, column, words, message, advice)]);

    /// <summary>A problem of the input as a whole.</summary>
    public static SourceRecord OfInput(string message, string advice) => new(null, [new RecordProblem(null, null, "", message, advice)]);

    /// <param name="line">The line on which the record begins, which is that of all its fields' problems.</param>
    public static SourceRecord From(ListedPaper? paper, FieldProblemCollector problems, int line, int column) =>
        new(paper, [.. problems.All.Select(problem => new RecordProblem(line, column, problem.Words, problem.Message, problem.Advice))])
        {
            Line = line,
        };
}

/// <param name="Line">Counted from 1; null where it is of the input as a whole.</param>
internal sealed record RecordProblem(int? Line, int? Column, string Words, string Message, string Advice);
