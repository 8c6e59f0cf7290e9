using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperGraph.Data.Fetching;

/// <summary>What is known of an address from the last time: see <see cref="FetchedAddress"/>.</summary>
public sealed record KnownAddress(string? EntityTag, DateTimeOffset? LastModified, ReadOnlyMemory<byte> ContentHash, long Reading);

/// <summary>What the server said of an address whose content is being stored.</summary>
public sealed record FetchedContent(string Address, string? EntityTag, DateTimeOffset? LastModified, ReadOnlyMemory<byte> ContentHash);

/// <summary>How far a walk has come when a page of it is stored.</summary>
/// <param name="Walk">See <see cref="FetchWalk.Name"/>.</param>
/// <param name="Next">The address of the page behind it; null where it is the last.</param>
/// <param name="Restart">See <see cref="FetchWalk.Restart"/>.</param>
public sealed record WalkStep(string Walk, string? Next, string? Restart);

/// <summary>Where a walk goes on.</summary>
public sealed record WalkPosition(string Next, string? Restart, int Pages);

/// <summary>Remembers what was fetched, in the transaction that stores what came of it.</summary>
public static class FetchStore
{
    /// <summary>How long a walk that nobody goes on with is remembered: servers have forgotten long before where it was.</summary>
    private static readonly TimeSpan WalkLifetime = TimeSpan.FromDays(30);

    /// <summary>Null where the address was never stored whole.</summary>
    public static async Task<KnownAddress?> FindAsync(NpgsqlDataSource dataSource, string address, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var known = await context.FetchedAddresses.AsNoTracking()
            .SingleOrDefaultAsync(fetched => fetched.Address == address, cancellationToken);
        return known is null ? null : new KnownAddress(known.EntityTag, known.LastModified, known.ContentHash, known.Reading);
    }

    /// <summary>Null where the walk never began, or came to its end.</summary>
    public static async Task<WalkPosition?> FindWalkAsync(NpgsqlDataSource dataSource, string walk, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        var begun = await context.FetchWalks.AsNoTracking().SingleOrDefaultAsync(stored => stored.Name == walk, cancellationToken);
        return begun is null ? null : new WalkPosition(begun.Next, begun.Restart, begun.Pages);
    }

    public static async Task RememberAsync(
        NpgsqlTransaction transaction, FetchedContent content, long reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (content.Address.Length > FetchedAddress.MaxLength) return;
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        var fetched = await context.FetchedAddresses.SingleOrDefaultAsync(known => known.Address == content.Address, cancellationToken);
        var hash = content.ContentHash.ToArray();
        if (fetched is null) context.Add(fetched = new FetchedAddress { Address = content.Address, ContentHash = hash });
        (fetched.EntityTag, fetched.LastModified) = (content.EntityTag, content.LastModified?.ToUniversalTime());
        (fetched.ContentHash, fetched.Reading, fetched.FetchedAt) = (hash, reading, now.ToUniversalTime());
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes that a page is stored; a walk whose last page it is begins anew when it is next asked for.</summary>
    public static async Task MoveAsync(
        NpgsqlTransaction transaction, WalkStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        var walk = await context.FetchWalks.SingleOrDefaultAsync(stored => stored.Name == step.Walk, cancellationToken);
        if (step.Next is not { } next)
        {
            if (walk is not null) context.Remove(walk);
        }
        else
        {
            if (walk is null)
            {
                var abandoned = now.ToUniversalTime() - WalkLifetime;
                await context.FetchWalks.Where(stored => stored.MovedAt < abandoned).ExecuteDeleteAsync(cancellationToken);
                context.Add(walk = new FetchWalk { Name = step.Walk, Next = next, BegunAt = now.ToUniversalTime() });
            }
            (walk.Next, walk.Restart, walk.MovedAt) = (next, step.Restart, now.ToUniversalTime());
            walk.Pages++;
        }
        await context.SaveChangesAsync(cancellationToken);
    }
}
