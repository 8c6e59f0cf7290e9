namespace PaperGraph.Ingest.Faults;

/// <summary>Finds the papers with which something that is computed of all papers together fails.</summary>
internal static class FaultBisection
{
    /// <summary>How many papers may fail by themselves; where more do, the fault is not one of single papers.</summary>
    internal const int Max = 50;

    /// <summary>
    /// Takes the offenders out of the items. Each is the last of the shortest run of items from the first on with which the computation
    /// fails, found by halving: it succeeds without the offender, whatever makes the two go together.
    /// </summary>
    /// <param name="compute">Computes something of the items, and leaves nothing behind.</param>
    /// <returns>What was taken out, with what was thrown; empty where the computation succeeds with all items.</returns>
    public static async Task<IReadOnlyList<(TItem Item, Exception Exception)>> TakeOutAsync<TItem>(
        List<TItem> items, Func<IReadOnlyList<TItem>, Task> compute, CancellationToken cancellationToken)
    {
        var offenders = new List<(TItem Item, Exception Exception)>();
        var succeeds = 0;
        while (await ThrownAsync(compute, items, cancellationToken) is { } exception)
        {
            if (items.Count == 0 || offenders.Count == Max)
                throw new InvalidOperationException("It fails whichever papers are left out.", exception);

            var fails = items.Count;
            while (fails - succeeds > 1)
            {
                var middle = (succeeds + fails) / 2;
                if (await ThrownAsync(compute, items[..middle], cancellationToken) is { } thrown) (fails, exception) = (middle, thrown);
                else succeeds = middle;
            }
            offenders.Add((items[fails - 1], exception));
            items.RemoveAt(fails - 1);
        }
        return offenders;
    }

    private static async Task<Exception?> ThrownAsync<TItem>(
        Func<IReadOnlyList<TItem>, Task> compute, List<TItem> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await compute(items);
            return null;
        }
        catch (Exception exception) when (PaperFault.IsOne(exception))
        {
            return exception;
        }
    }
}
