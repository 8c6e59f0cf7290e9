using System.Data;
using Npgsql;

namespace PaperGraph.Data.Fetching;

/// <summary>
/// Locks that a connection holds until it lets them go. One that goes back to its pool holds them until somebody takes it from there, and
/// one that is closed after its database was lost until the server notices, so that whoever wants the same lock next would wait for itself.
/// </summary>
public static class SessionLocks
{
    private const string Release = "select pg_advisory_unlock_all()";

    /// <summary>A server that answers no sooner is gone, or will notice that the connection is.</summary>
    private const int ReleaseSeconds = 5;

    /// <summary>Lets all of them go; where the connection was lost, they go with it.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        if (connection.State != ConnectionState.Open) return;
        try
        {
            await using var release = new NpgsqlCommand(Release, connection) { CommandTimeout = ReleaseSeconds };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
        }
    }
}
