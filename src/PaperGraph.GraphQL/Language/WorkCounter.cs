namespace PaperGraph.GraphQL.Language;

/// <summary>
/// Counts steps of work that grows with what a client sends or is answered: a node looked at, a value coerced or completed. Every
/// thousand of them it is looked whether the work shall go on. Not for several threads at once.
/// </summary>
internal class WorkCounter
{
    public const int StepsBetweenChecks = 1_000;

    private int left = StepsBetweenChecks;

    /// <summary>A counter that never ends the work, for work that no client has asked for.</summary>
    public static WorkCounter Endless => new();

    /// <exception cref="OperationCanceledException">The work shall not go on.</exception>
    public void Step(int steps = 1)
    {
        left -= steps;
        if (left > 0) return;
        left = StepsBetweenChecks;
        Look();
    }

    /// <summary>Throws where the work shall not go on.</summary>
    protected virtual void Look()
    {
    }
}
