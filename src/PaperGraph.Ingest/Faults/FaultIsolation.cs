using Npgsql;

namespace PaperGraph.Ingest.Faults;

/// <summary>Stores what was made of many papers so that one of which something is refused does not keep the others out.</summary>
internal static class FaultIsolation
{
    private const string Portion = "portion";

    /// <summary>Stores all at once; where that fails, each half by itself, down to the items at fault.</summary>
    /// <param name="store">Stores some of the items; what it has done is undone where it throws.</param>
    /// <param name="fault">Called for each item that cannot be stored even alone.</param>
    public static async Task StoreAsync<TItem>(
        NpgsqlTransaction transaction,
        IReadOnlyList<TItem> items,
        Func<IReadOnlyList<TItem>, Task> store,
        Action<TItem, Exception> fault,
        CancellationToken cancellationToken)
    {
        if (items.Count == 0) return;
        if (await TryAsync(transaction, Portion, () => store(items), cancellationToken) is not { } exception) return;
        if (items.Count == 1)
        {
            fault(items[0], exception);
            return;
        }

        var half = items.Count / 2;
        await StoreAsync(transaction, [.. items.Take(half)], store, fault, cancellationToken);
        await StoreAsync(transaction, [.. items.Skip(half)], store, fault, cancellationToken);
    }

    /// <summary>Runs a part of a transaction; where it throws what is a <see cref="PaperFault"/>, all that it did is undone.</summary>
    /// <param name="savepoint">A name that no part around it has.</param>
    /// <returns>What was thrown; null where all went well.</returns>
    public static async Task<Exception?> TryAsync(
        NpgsqlTransaction transaction, string savepoint, Func<Task> run, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(savepoint, cancellationToken);
        try
        {
            await run();
            await transaction.ReleaseAsync(savepoint, cancellationToken);
            return null;
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            await transaction.RollbackAsync(savepoint, cancellationToken);
            await transaction.ReleaseAsync(savepoint, cancellationToken);
            return exception;
        }
    }
}
