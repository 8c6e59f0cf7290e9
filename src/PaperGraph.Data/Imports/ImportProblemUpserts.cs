using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Imports;

/// <summary>Something that could not be read or worked on; see <see cref="ImportProblem"/>.</summary>
public sealed record ProblemRow(string? Source, string File, int? Line, int? Column, string Words, string Message);

/// <summary>Stores what could not be read. A problem that an earlier run met stays with that run.</summary>
public static class ImportProblemUpserts
{
    /// <summary>It takes the write lock, so that no two transactions add the same one.</summary>
    /// <returns>The number of problems that were not known before.</returns>
    public static async Task<int> AddAsync(
        NpgsqlTransaction transaction, long importRunId, IReadOnlyList<ProblemRow> problems, CancellationToken cancellationToken)
    {
        if (problems.Count == 0) return 0;
        await transaction.TakeWriteLockAsync(cancellationToken);
        return await AddUnlockedAsync(transaction, importRunId, problems, cancellationToken);
    }

    /// <summary>Adds problems of what the transaction has a lock for already, so that no other adds the same ones.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public static async Task<int> AddUnlockedAsync(
        NpgsqlTransaction transaction, long importRunId, IReadOnlyList<ProblemRow> problems, CancellationToken cancellationToken)
    {
        if (problems.Count == 0) return 0;
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        var met = problems.Select(problem => ImportProblem.From(problem, importRunId)).DistinctBy(problem => problem.Fingerprint).ToList();
        var fingerprints = met.ConvertAll(problem => problem.Fingerprint);
        var known = await context.ImportProblems
            .Where(problem => fingerprints.Contains(problem.Fingerprint))
            .Select(problem => problem.Fingerprint)
            .ToHashSetAsync(cancellationToken);
        met.RemoveAll(problem => known.Contains(problem.Fingerprint));
        context.AddRange(met);
        await context.SaveChangesAsync(cancellationToken);
        return met.Count;
    }
}
