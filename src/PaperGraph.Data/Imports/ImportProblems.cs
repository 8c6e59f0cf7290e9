using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Imports;

/// <summary>Something that could not be read or worked on; see <see cref="ImportProblem"/>.</summary>
public sealed record ProblemRow(string? Source, string File, int? Line, int? Column, string Words, string Message);

/// <summary>Stores what could not be read. A problem that an earlier run met stays with that run.</summary>
public static class ImportProblems
{
    private static readonly StagingTable<(int Number, ImportProblem Problem)> Met =
        new StagingTable<(int Number, ImportProblem Problem)>("met_problems")
            .With("number", "integer", row => row.Number)
            .With("import_run_id", "bigint", row => row.Problem.ImportRunId)
            .With("source", "text", row => row.Problem.Source)
            .With("file", "text", row => row.Problem.File)
            .With("line", "integer", row => row.Problem.Line)
            .With("\"column\"", "integer", row => row.Problem.Column)
            .With("words", "text", row => row.Problem.Words)
            .With("message", "text", row => row.Problem.Message)
            .With("fingerprint", "bigint", row => row.Problem.Fingerprint);

    private static readonly ColumnList Columns = Met.ColumnsWithout("number");

    private static readonly string Insert = $"""
        insert into import_problems ({Columns})
        select {Columns}
        from met_problems met
        where not exists (select from import_problems known where known.fingerprint = met.fingerprint)
        order by number
        """;

    /// <returns>How many of them were not known.</returns>
    public static async Task<int> AddAsync(
        NpgsqlTransaction transaction, long importRunId, IReadOnlyList<ProblemRow> problems, CancellationToken cancellationToken)
    {
        if (problems.Count == 0) return 0;
        await transaction.TakeWriteLockAsync(cancellationToken);
        var met = problems.Select(problem => ImportProblem.From(problem, importRunId)).DistinctBy(problem => problem.Fingerprint);
        await Met.FillAsync(transaction, met.Select((problem, number) => (number, problem)), cancellationToken);
        return await transaction.ExecuteAsync(Insert, cancellationToken);
    }
}
