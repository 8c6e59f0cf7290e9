using Npgsql;

namespace PaperGraph.Data.Fetching;

/// <summary>
/// The right to ask a host, which one of all programs over a database has at a time, in the order in which they wanted it.
/// </summary>
public sealed class HostLock : IAsyncDisposable
{
    private const int Class = 7247435;

    // Whoever waits holds a snapshot, and nothing that is deleted meanwhile can be cleared away: so nobody waits for long at once.
    private const string LimitWait = "set lock_timeout = '10s'";

    private const string Take = "select pg_advisory_lock($1, hashtext(lower($2)))";

    private readonly NpgsqlConnection connection;

    private HostLock(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Waits for the right, and holds a connection for as long as it is not given back.</summary>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public static async Task<HostLock> TakeAsync(NpgsqlDataSource dataSource, string host, CancellationToken cancellationToken)
    {
        var taken = new HostLock(await dataSource.OpenConnectionAsync(cancellationToken));
        try
        {
            await using var limit = new NpgsqlCommand(LimitWait, taken.connection);
            await limit.ExecuteNonQueryAsync(cancellationToken);
            while (!await taken.TryTakeAsync(host, cancellationToken))
            {
            }
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the right back; where the connection was lost, it went with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await SessionLocks.ReleaseAsync(connection);
        await connection.DisposeAsync();
    }

    private async Task<bool> TryTakeAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            await using var take = new NpgsqlCommand(Take, connection) { CommandTimeout = 0 };
            take.Parameters.Add(new NpgsqlParameter { Value = Class });
            take.Parameters.Add(new NpgsqlParameter { Value = host });
            await take.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }
}
