namespace PaperGraph.Network.Paths;

/// <summary>
/// How much one search may do: it bounds its time, and as each step remembers some thirty bytes at most, its memory too.
/// </summary>
/// <param name="maxSteps">Edges that are looked at and partial results that are kept.</param>
public sealed class WorkLimit(int maxSteps, CancellationToken cancellationToken)
{
    private int steps;

    public bool IsMet => steps > maxSteps;

    /// <summary>Lets as much be done again, for another search after one that met the limit.</summary>
    public void Renew() => steps = 0;

    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public void Count(int more)
    {
        if ((steps ^ (steps + more)) >> 12 != 0) cancellationToken.ThrowIfCancellationRequested();
        steps += more;
    }
}
