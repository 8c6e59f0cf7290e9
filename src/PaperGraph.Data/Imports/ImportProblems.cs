using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Imports;

/// <summary>Something that could not be read or worked on; see <see cref="ImportProblem"/>.</summary>
public sealed record ProblemRow(string? Source, string File, int? Line, int? Column, string Words, string Message);

/// <summary>Stores what could not be read. A problem that an earlier run met stays with that run.</summary>
public static class ImportProblems
{
    private static readonly RowTable<ProblemRow> Incoming = new RowTable<ProblemRow>("incoming_problems")
        .With("source", "text", row => row.Source)
        .With("file", "text", row => row.File)
        .With("line", "integer", row => row.Line)
        .With("\"column\"", "integer", row => row.Column)
        .With("words", "text", row => row.Words)
        .With("message", "text", row => row.Message);

    private const string Insert = """
        insert into import_problems (import_run_id, source, file, line, "column", words, message)
        select @run, source, file, line, "column", words, message
        from incoming_problems
        on conflict (fingerprint) do nothing
        """;

    /// <returns>How many of them were not known.</returns>
    public static async Task<int> AddAsync(
        NpgsqlTransaction transaction, long importRunId, IReadOnlyList<ProblemRow> problems, CancellationToken cancellationToken)
    {
        if (problems.Count == 0) return 0;
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, problems, cancellationToken);
        return await transaction.ExecuteAsync(Insert, cancellationToken, ("run", importRunId));
    }
}
