using Npgsql;

namespace PaperGraph.Data;

/// <summary>
/// How many of a database's connections a server may take, so that imports, <c>status</c> and other servers find some too.
/// </summary>
public static class ConnectionLimit
{
    /// <summary>
    /// Connections of a command that is no server: an import uses three at once, a fourth where it fetches, and one more for as long as it
    /// is its turn to ask a host.
    /// </summary>
    public const int PoolSizeOfCommands = 5;

    /// <summary>Those of an import that fetches, and one that is held for as long as somebody follows.</summary>
    public const int PoolSizeOfFollowing = PoolSizeOfCommands + 1;

    /// <summary>Left free by a server: for an import, another command, and what watches the server itself.</summary>
    internal const int Room = (2 * PoolSizeOfCommands) + 1;

    /// <summary>One hears of imports for as long as anyone subscribes, and with the other everything is read.</summary>
    public const int MinPoolSize = 2;

    // reserved_connections came with PostgreSQL 16.
    private const string Read = """
        select least(
          current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true)::int, 0),
          (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
          (select nullif(datconnlimit, -1) from pg_database where datname = current_database()))
        """;

    /// <summary>How many connections PostgreSQL gives to this user of this database, those of all programs together.</summary>
    public static async Task<int> ReadAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Read);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The size of a server's pool that fits: as wanted, or what the limit leaves beside the room for others.</summary>
    public static int Fit(int wanted, int limit) => Math.Max(Math.Min(wanted, limit - Room), MinPoolSize);
}
