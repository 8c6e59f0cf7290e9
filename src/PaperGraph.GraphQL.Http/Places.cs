namespace PaperGraph.GraphQL.Http;

/// <summary>Counts who is in, up to a limit.</summary>
internal sealed class Places(int limit)
{
    private int taken;

    public int Limit => limit;

    /// <summary>Whether there was a place; whoever took one leaves it.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref taken) <= limit) return true;
        Interlocked.Decrement(ref taken);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref taken);
}
