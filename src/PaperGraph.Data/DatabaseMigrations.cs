using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using PaperGraph.Data.Reporting;
using PaperGraph.Data.Search;

namespace PaperGraph.Data;

/// <summary>Brings a database to the version of this program.</summary>
public static class DatabaseMigrations
{
    /// <summary>
    /// The oldest migration of before the first release. Until then the model's one migration is scaffolded anew when the model changes,
    /// each time under a later id; tables of an earlier one cannot be brought up to date.
    /// </summary>
    private const string FirstOfBefore = "20261120190000_Initial";

    /// <summary>
    /// The ids of this version's migrations, as the build wrote them down: asking the types would load EF Core, for which a server has no
    /// other use.
    /// </summary>
    private static readonly IReadOnlyList<string> Ours = [.. MigrationIds.All.Order(StringComparer.Ordinal)];

    private const string TakeLock = "select pg_advisory_lock(7247433001)";
    private const string ReleaseLock = "select pg_advisory_unlock(7247433001)";

    // Both spellings of the column, because before the first release it had the other one.
    private const string Applied = """
        select coalesce(migration ->> 'migration_id', migration ->> 'MigrationId')
        from (select to_jsonb(history) as migration from "__EFMigrationsHistory" history) rows
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

    /// <summary>
    /// Writes what makes an empty database one of this version, as one text of SQL. It needs no database, and takes a second of processor
    /// time, so that whoever builds one begins it beside that.
    /// </summary>
    public static string Script()
    {
        using var unopened = new NpgsqlConnection();
        using var context = unopened.CreateContext();
        return context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);
    }

    /// <inheritdoc cref="MigrateAsync(NpgsqlDataSource, Task{string}?, CancellationToken)"/>
    public static Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        MigrateAsync(dataSource, script: null, cancellationToken);

    /// <summary>Applies what is missing; several callers at once wait for each other.</summary>
    /// <remarks>
    /// A database that is up to date is left by one query without EF Core, whose services and first queries take as much processor time as
    /// all else that a command like <c>status</c> does.
    /// </remarks>
    /// <param name="script">What <see cref="Script"/> gives, for a database that is empty; without it EF Core applies each migration by
    /// itself.</param>
    /// <returns>The migrations that were applied, oldest first.</returns>
    /// <exception cref="UnusableDatabaseException">
    /// Another version of PaperGraph has migrated the database, or it holds what is not PaperGraph's. It is as it was.
    /// </exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        NpgsqlDataSource dataSource, Task<string>? script, CancellationToken cancellationToken)
    {
        await using (var opened = await dataSource.OpenConnectionAsync(cancellationToken))
            if ((await AppliedAsync(opened, cancellationToken)).SequenceEqual(Ours)) return [];

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, TakeLock, cancellationToken);
        try
        {
            var applied = await AppliedAsync(connection, cancellationToken);
            await ThrowIfUnusableAsync(connection, applied, cancellationToken);
            var pending = Ours.Except(applied).ToList();
            if (pending.Count > 0)
                await ApplyAsync(connection, applied.Count == 0 && script is not null ? await script : null, cancellationToken);
            return pending;
        }
        finally
        {
            await ExecuteAsync(connection, ReleaseLock, CancellationToken.None);
        }
    }

    /// <summary>Whether the database has the tables of this version. Asks one query, and changes nothing.</summary>
    public static async Task<bool> AreAppliedAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return !Ours.Except(await AppliedAsync(connection, cancellationToken)).Any();
    }

    /// <summary>Compares the model with the migrations, in a debug build, which is what whoever changes an entity runs.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    [Conditional("DEBUG")]
    public static void ThrowIfModelHasChanged(NpgsqlDataSource dataSource)
    {
        using var context = dataSource.CreateContext();
        if (!context.Database.HasPendingModelChanges()) return;
        throw new InvalidOperationException(
            "The entities and mappings of PaperGraph.Data differ from its migrations. "
            + "Add one with: dotnet ef migrations add NAME --project src/PaperGraph.Data");
    }

    /// <summary>All of it in one transaction: where the process ends meanwhile, the database is empty still.</summary>
    private static async Task RunAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, script, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // The types of extensions are others than when the connection was opened.
        await connection.ReloadTypesAsync(cancellationToken);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string? script, CancellationToken cancellationToken)
    {
        try
        {
            if (script is not null)
            {
                await RunAsync(connection, script, cancellationToken);
                return;
            }
            await using var context = connection.CreateContext();
            await context.Database.MigrateAsync(cancellationToken);
        }
        catch (PostgresException refused) when (refused.File == "extension.c")
        {
            throw new UnusableDatabaseException(
                $"PaperGraph searches with PostgreSQL's own extensions {string.Join(", ", TextSearchSql.Extensions)}, and the database "
                + $"\"{connection.Database}\" at {connection.DataSource} refuses them: {refused.MessageText}. Install PostgreSQL's contrib "
                + "package there if they are missing, and have its administrator run, in that database: "
                + string.Join(" ", TextSearchSql.Extensions.Select(extension => $"create extension {extension};")));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.DuplicateSchema)
        {
            throw new UnusableDatabaseException(
                $"PaperGraph keeps its views for SQL tools in the schema \"reporting\", and the database \"{connection.Database}\" at "
                + $"{connection.DataSource} has another schema of that name. Rename it, or give PaperGraph a database of its own.");
        }
        catch (PostgresException refused) when (refused.Where?.Contains(ReportingSql.CreateSchema, StringComparison.Ordinal) == true)
        {
            throw new UnusableDatabaseException(
                $"PaperGraph keeps its views for SQL tools in the schema \"reporting\", and the database \"{connection.Database}\" at "
                + $"{connection.DataSource} does not let it create one: {refused.MessageText}. Have its administrator run, in that "
                + $"database: {ReportingSql.CreateSchema} authorization {connection.UserName};");
        }
    }

    private static bool IsOfBefore(string id) =>
        id.EndsWith("_Initial", StringComparison.Ordinal)
        && string.CompareOrdinal(id, FirstOfBefore) >= 0
        && string.CompareOrdinal(id, Ours.Single(ours => ours.EndsWith("_Initial", StringComparison.Ordinal))) < 0;

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var applied = await TextsAsync(connection, Applied, cancellationToken);
            applied.Sort(StringComparer.Ordinal);
            return applied;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    /// <summary>Waiting for another caller takes as long as it takes.</summary>
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<string>> TextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task ThrowIfUnusableAsync(
        NpgsqlConnection connection, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        if (applied.FirstOrDefault(IsOfBefore) is { } ofBefore)
        {
            throw new UnusableDatabaseException(
                $"The database was made by a PaperGraph of before the first release (its first migration is {ofBefore}), "
                + "whose tables cannot be brought up to date.",
                isOfBefore: true);
        }

        if (!applied.Intersect(Ours).Any())
        {
            var tables = await TextsAsync(connection, TablesThere, cancellationToken);
            if (tables.Count == 0) return;
            throw new UnusableDatabaseException(
                $"The database holds tables that are not PaperGraph's "
                + $"({string.Join(", ", tables.Take(5))}{(tables.Count > 5 ? ", …" : "")}) "
                + "and is left as it is. Give PaperGraph a database of its own, for example by createdb papergraph.");
        }

        var unknown = applied.Except(Ours).ToList();
        if (unknown.Count > 0)
        {
            throw new UnusableDatabaseException(
                $"The database was migrated by a later version of PaperGraph ({string.Join(", ", unknown)}): "
                + "use that version, or another database.");
        }
    }
}
