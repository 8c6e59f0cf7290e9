using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrations
{
    private const string TakeLock = "select pg_advisory_lock(7247433001)";
    private const string ReleaseLock = "select pg_advisory_unlock(7247433001)";

    // What would stand where this version's tables come, but what belongs to an extension, and EF Core's list of migrations.
    private const string TablesThere = """
        select relname
        from pg_class
        where relnamespace = (select oid from pg_namespace where nspname = current_schema())
          and relkind in ('r', 'p', 'v', 'm', 'f')
          and relname <> '__EFMigrationsHistory'
          and not exists (
            select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
        order by relname
        """;

    /// <summary>Applies what is missing; several callers at once wait for each other.</summary>
    /// <returns>The migrations that were applied, oldest first.</returns>
    /// <exception cref="InvalidOperationException">
    /// The database is not one for this program: a later version has migrated it, or it holds what is not PaperGraph's. It is as it was.
    /// </exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var database = context.Database;
        await database.OpenConnectionAsync(cancellationToken);
        await database.ExecuteSqlRawAsync(TakeLock, cancellationToken);
        try
        {
            var applied = (await database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            if (!applied.Intersect(database.GetMigrations()).Any())
                await RefuseForeignAsync((NpgsqlConnection)database.GetDbConnection(), cancellationToken);
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

    private static async Task RefuseForeignAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TablesThere, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var there = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) there.Add(reader.GetString(0));
        if (there.Count == 0) return;
        throw new InvalidOperationException(
            $"The database holds tables that are not PaperGraph's ({string.Join(", ", there.Take(5))}{(there.Count > 5 ? ", …" : "")}) "
            + "and is left as it is. Give PaperGraph a database of its own, for example by createdb papergraph.");
    }
}
