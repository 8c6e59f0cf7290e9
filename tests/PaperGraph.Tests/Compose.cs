using System.Diagnostics;

namespace PaperGraph.Tests;

/// <summary>The <c>docker compose</c> of this machine.</summary>
internal static class Compose
{
    private static readonly Lazy<bool> IsInstalled = new(IsThere);

    /// <summary>Skips the test that calls it where there is none.</summary>
    public static void Require() => Skip.IfNot(IsInstalled.Value, "needs docker compose");

    private static bool IsThere()
    {
        try
        {
            using var compose = Process.Start(new ProcessStartInfo("docker", ["compose", "version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            compose.WaitForExit();
            return compose.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
