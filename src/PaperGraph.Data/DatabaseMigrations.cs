using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace PaperGraph.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrations
{
    /// <summary>The oldest of the migrations of before the first release: their tables cannot be brought up to date.</summary>
    private const string FirstOfBefore = "20261120190000_Initial";

    private const string TakeLock = "select pg_advisory_lock(7247433001)";
    private const string ReleaseLock = "select pg_advisory_unlock(7247433001)";

    // Both spellings of the column, because before the first release it had the other one.
    private const string Applied = """
        select coalesce(migration ->> 'migration_id', migration ->> 'MigrationId')
        from (select to_jsonb(history) as migration from "__EFMigrationsHistory" history) rows
        order by 1
        """;

    // What would stand where this version's tables come, but what belongs to an extension, and EF Core's list of migrations.
    private const string TablesThere = """
        select relname::text
        from pg_class
        where relnamespace = (select oid from pg_namespace where nspname = current_schema())
          and relkind in ('r', 'p', 'v', 'm', 'f')
          and relname <> '__EFMigrationsHistory'
          and not exists (
            select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
        order by relname
        """;

    /// <summary>Applies what is missing; several callers at once wait for each other.</summary>
    /// <remarks>
    /// A database that is up to date is left by one query, for which EF Core builds no model: that takes longer than all else that a short
    /// command does. In a debug build, which is what whoever changes an entity runs, the model is compared with the migrations all the same.
    /// </remarks>
    /// <returns>The migrations that were applied, oldest first.</returns>
    /// <exception cref="UnusableDatabaseException">
    /// Another version of PaperGraph has migrated the database, or it holds what is not PaperGraph's. It is as it was.
    /// </exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var database = context.Database;
        ThrowIfModelHasChanged(database);
        await database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)database.GetDbConnection();
        if ((await AppliedAsync(connection, cancellationToken)).ToHashSet().SetEquals(database.GetMigrations())) return [];

        await database.ExecuteSqlRawAsync(TakeLock, cancellationToken);
        try
        {
            var applied = await AppliedAsync(connection, cancellationToken);
            await ThrowIfUnusableAsync(database, applied, cancellationToken);
            var pending = database.GetMigrations().Except(applied).ToList();
            if (pending.Count > 0) await database.MigrateAsync(cancellationToken);
            return pending;
        }
        finally
        {
            await database.ExecuteSqlRawAsync(ReleaseLock, CancellationToken.None);
        }
    }

    /// <summary>Whether the database has the tables of this version. Asks one query, and changes nothing.</summary>
    public static async Task<bool> AreAppliedAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        return !context.Database.GetMigrations().Except(applied).Any();
    }

    [Conditional("DEBUG")]
    private static void ThrowIfModelHasChanged(DatabaseFacade database)
    {
        if (!database.HasPendingModelChanges()) return;
        throw new InvalidOperationException(
            "The entities and mappings of PaperGraph.Data differ from its migrations. "
            + "Add one with: dotnet ef migrations add NAME --project src/PaperGraph.Data");
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(Applied, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var applied = new List<string>();
            while (await reader.ReadAsync(cancellationToken)) applied.Add(reader.GetString(0));
            return applied;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    private static async Task ThrowIfUnusableAsync(
        DatabaseFacade database, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        if (applied.Contains(FirstOfBefore))
        {
            throw new UnusableDatabaseException(
                $"The database was made by a PaperGraph of before the first release (its first migration is {FirstOfBefore}), "
                + "whose tables cannot be brought up to date.",
                isOfBefore: true);
        }

        var ours = database.GetMigrations().ToList();
        if (!applied.Intersect(ours).Any())
        {
            var tables = await database.SqlQueryRaw<string>(TablesThere).ToListAsync(cancellationToken);
            if (tables.Count == 0) return;
            throw new UnusableDatabaseException(
                $"The database holds tables that are not PaperGraph's ({string.Join(", ", tables.Take(5))}{(tables.Count > 5 ? ", …" : "")}) "
                + "and is left as it is. Give PaperGraph a database of its own, for example by createdb papergraph.");
        }

        var unknown = applied.Except(ours).ToList();
        if (unknown.Count > 0)
        {
            throw new UnusableDatabaseException(
                $"The database was migrated by a later version of PaperGraph ({string.Join(", ", unknown)}): "
                + "use that version, or another database.");
        }
    }
}
