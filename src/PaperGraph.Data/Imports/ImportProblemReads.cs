using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Imports;

/// <summary>Which problems are asked for; what is null chooses all.</summary>
/// <param name="File">A part of the file's name, as it was given.</param>
/// <param name="Source">The name of a format.</param>
/// <param name="Reason">A part of the message, in any case.</param>
/// <param name="Run">The run that met the problem first.</param>
/// <param name="Since">When that run began, at the earliest.</param>
public sealed record ProblemFilter(
    string? File = null, string? Source = null, string? Reason = null, long? Run = null, DateTimeOffset? Since = null);

/// <summary>A problem as it is stored; see <see cref="ImportProblem"/>.</summary>
/// <param name="MetAt">When the run began that met it first.</param>
public sealed record StoredProblem(
    long Id, long Run, DateTimeOffset MetAt, string? Source, string File, int? Line, int? Column, string Words, string Message);

/// <summary>Reads what could not be read or worked on.</summary>
public static class ImportProblemReads
{
    private const string Escape = "\\";

    public static async Task<long> CountAsync(NpgsqlDataSource dataSource, ProblemFilter filter, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        return await Select(context, filter).LongCountAsync(cancellationToken);
    }

    /// <summary>The problems, those that were met last first, one after the other as they come from the database.</summary>
    /// <param name="before">The id of the problem behind which these begin; null for the first of them.</param>
    /// <param name="limit">How many are read at most; null for all.</param>
    public static async IAsyncEnumerable<StoredProblem> ReadAsync(
        NpgsqlDataSource dataSource,
        ProblemFilter filter,
        long? before,
        int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var problems = Select(context, filter);
        if (before is { } id) problems = problems.Where(problem => problem.Id < id);
        problems = problems.OrderByDescending(problem => problem.Id);
        if (limit is { } count) problems = problems.Take(count);
        var rows =
            from problem in problems
            join run in context.ImportRuns on problem.ImportRunId equals run.Id
            orderby problem.Id descending
            select new StoredProblem(
                problem.Id, run.Id, run.StartedAt, problem.Source, problem.File, problem.Line, problem.Column, problem.Words,
                problem.Message);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return row;
    }

    private static IQueryable<ImportProblem> Select(PaperGraphContext context, ProblemFilter filter)
    {
        var problems = context.ImportProblems.AsNoTracking();
        if (filter.File is { } file) problems = problems.Where(problem => problem.File.Contains(file));
        if (filter.Source is { } source) problems = problems.Where(problem => problem.Source == source);
        if (filter.Reason is { } reason)
        {
            var pattern = Pattern(reason);
            problems = problems.Where(problem => EF.Functions.ILike(problem.Message, pattern, Escape));
        }
        if (filter.Run is { } run) problems = problems.Where(problem => problem.ImportRunId == run);
        if (filter.Since is { } since)
        {
            var moment = since.ToUniversalTime();
            problems = problems.Where(problem => context.ImportRuns
                .Where(begun => begun.StartedAt >= moment)
                .Select(begun => begun.Id)
                .Contains(problem.ImportRunId));
        }
        return problems;
    }

    /// <summary>The pattern of texts that hold this one.</summary>
    private static string Pattern(string text) =>
        $"%{text.Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal)}%";
}
