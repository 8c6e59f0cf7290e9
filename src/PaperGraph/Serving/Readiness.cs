using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PaperGraph.Serving;

/// <summary>What the server still has to do before it is ready.</summary>
internal sealed class Readiness : IHealthCheck
{
    private const string Starting = "the server is starting";

    private volatile string? waitingFor = Starting;
    private volatile string? notice;

    /// <summary>What the server waits for; null when nothing is left.</summary>
    public string? WaitingFor => waitingFor;

    /// <summary>What whoever asks meanwhile should know of the answer, as a sentence.</summary>
    public string? Notice => notice;

    /// <summary>Requests are answered, if not all that will be there is there.</summary>
    public bool IsStarted => waitingFor != Starting;

    public void WaitFor(string what, string? notice = null) => (waitingFor, this.notice) = (what, notice);

    public void Ready() => (waitingFor, notice) = (null, null);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(waitingFor is { } what ? HealthCheckResult.Unhealthy(what) : HealthCheckResult.Healthy());
}
