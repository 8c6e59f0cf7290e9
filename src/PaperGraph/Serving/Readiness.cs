namespace PaperGraph.Serving;

/// <summary>What the server still has to do before it is ready.</summary>
internal sealed class Readiness
{
    private volatile string? waitingFor = "the server is starting";

    /// <summary>Null when nothing is left.</summary>
    public string? WaitingFor => waitingFor;

    public void WaitFor(string what) => waitingFor = what;

    public void Ready() => waitingFor = null;
}
