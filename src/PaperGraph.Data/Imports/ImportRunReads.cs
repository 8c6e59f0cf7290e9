using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Imports;

/// <summary>Reads the record of import runs.</summary>
public static class ImportRunReads
{
    /// <summary>The runs, the latest first.</summary>
    /// <param name="limit">How many at most.</param>
    public static async Task<IReadOnlyList<ImportRun>> LatestAsync(
        NpgsqlDataSource dataSource, int limit, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        return await context.ImportRuns.AsNoTracking()
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }
}
