namespace PaperGraph.Network.Paths;

/// <summary>
/// How much one search may do: it bounds its time, and as what is kept counts as several steps, its memory too, to some thirty bytes a
/// step.
/// </summary>
/// <param name="maxSteps">Edges that are looked at, and as <see cref="Kept"/> each what is remembered of them.</param>
public sealed class WorkLimit(int maxSteps, CancellationToken cancellationToken)
{
    /// <summary>The steps of a partial result that is kept, which takes up to a hundred bytes while lists of it grow.</summary>
    public const int Kept = 3;

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
