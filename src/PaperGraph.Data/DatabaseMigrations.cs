using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
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

    private const string Applied = """
        select *
        from "__EFMigrationsHistory"
        """;

    /// <summary>Applies what is missing; several callers at once wait for each other.</summary>
    /// <remarks>
    /// A database that is up to date is left by one query without EF Core, whose model takes most of a second of processor time to build:
    /// four times what a command like <c>status</c> needs for everything else.
    /// </remarks>
    /// <returns>The migrations that were applied, oldest first.</returns>
    /// <exception cref="InvalidOperationException">
    /// The database is not one for this program: a later version has migrated it, or it holds what is not PaperGraph's. It is as it was.
    /// </exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await AreAppliedAsync(dataSource, cancellationToken)) return [];

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

    /// <summary>Whether the database has had this version's migrations, and no others.</summary>
    private static async Task<bool> AreAppliedAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var ids = typeof(DatabaseMigrations).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .ToHashSet();
        try
        {
            await using var command = dataSource.CreateCommand(Applied);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var applied = new HashSet<string>();
            while (await reader.ReadAsync(cancellationToken)) applied.Add(reader.GetString(0));
            return applied.SetEquals(ids);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
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
