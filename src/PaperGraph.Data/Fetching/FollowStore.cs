using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Fetching;

/// <summary>Keeps account of the sources that are followed.</summary>
public static class FollowStore
{
    private const int Lock = 7247434;

    // SQL, because status asks: see DatabaseCounts.
    private const string Read = """
        select source, done_at, tried_at, next_at, failures, trouble
        from follow_states
        order by source
        """;

    /// <summary>All sources that were ever looked at, by name.</summary>
    public static async Task<IReadOnlyList<FollowState>> ReadAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Read);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var states = new List<FollowState>();
        while (await reader.ReadAsync(cancellationToken))
        {
            states.Add(new FollowState
            {
                Source = reader.GetString(0),
                DoneAt = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                TriedAt = reader.GetFieldValue<DateTimeOffset>(2),
                NextAt = reader.GetFieldValue<DateTimeOffset>(3),
                Failures = reader.GetInt32(4),
                Trouble = reader.IsDBNull(5) ? null : reader.GetString(5),
            });
        }
        return states;
    }

    /// <summary>Notes that a source was looked at.</summary>
    /// <param name="trouble">What was wrong, as a sentence; null where nothing was.</param>
    public static async Task WriteAsync(
        NpgsqlDataSource dataSource,
        string source,
        string? trouble,
        DateTimeOffset now,
        DateTimeOffset next,
        CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var state = await context.FollowStates.SingleOrDefaultAsync(stored => stored.Source == source, cancellationToken);
        if (state is null) context.Add(state = new FollowState { Source = source });
        (state.TriedAt, state.NextAt, state.Trouble) = (now.ToUniversalTime(), next.ToUniversalTime(), trouble);
        if (trouble is null) (state.DoneAt, state.Failures) = (state.TriedAt, 0);
        else state.Failures++;
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Whether the connection is now the one that follows: of all programs over one database one does, for as long as its connection is
    /// open.
    /// </summary>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var context = connection.CreateContext();
        var locked = await context.Database
            .SqlQuery<bool>($"select pg_try_advisory_lock({Lock}, 1)")
            .ToListAsync(cancellationToken);
        return locked.Single();
    }
}
