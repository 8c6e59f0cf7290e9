using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrations
{
    private const string TakeLock = "select pg_advisory_lock(7247433001)";
    private const string ReleaseLock = "select pg_advisory_unlock(7247433001)";

    /// <summary>Applies what is missing; several callers at once wait for each other.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    /// <exception cref="InvalidOperationException">A later version of the program has already migrated the database.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var database = context.Database;
        await database.OpenConnectionAsync(cancellationToken);
        await database.ExecuteSqlRawAsync(TakeLock, cancellationToken);
        try
        {
            var applied = await database.GetAppliedMigrationsAsync(cancellationToken);
            var unknown = applied.Except(database.GetMigrations()).ToList();
            if (unknown.Count > 0)
            {
                throw new InvalidOperationException(
                    $"The database was migrated by a later version of PaperGraph ({string.Join(", ", unknown)}): "
                    + "use that version, or another database.");
            }

            var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0) await database.MigrateAsync(cancellationToken);
            return pending;
        }
        finally
        {
            await database.ExecuteSqlRawAsync(ReleaseLock, CancellationToken.None);
        }
    }
}
