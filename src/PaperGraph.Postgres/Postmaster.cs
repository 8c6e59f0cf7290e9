using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PaperGraph.Postgres;

/// <summary>The process that a postmaster.pid names on its first line.</summary>
internal static class Postmaster
{
    private const int InterruptSignal = 2;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan MaxKillTime = TimeSpan.FromSeconds(10);

    internal enum State
    {
        /// <summary>There is no process with that id.</summary>
        Gone,

        /// <summary>It is the server of the folder that the file lies in.</summary>
        Running,

        /// <summary>It is another process, which got the number after a crash.</summary>
        Somebody,
    }

    public static State NamedBy(string pidFile) => Read(pidFile) is var (number, claim) ? GetState(number, claim) : State.Gone;

    /// <summary>Asks the server to end now, with open transactions rolled back. Windows has no such signal.</summary>
    public static void Interrupt(string pidFile)
    {
        if (OperatingSystem.IsWindows() || Read(pidFile) is not var (number, claim)) return;
        if (GetState(number, claim) is State.Running) _ = Kill(number, InterruptSignal);
    }

    /// <summary>
    /// Ends the server and all its processes, which need not notice it, and waits until they are gone: a server does not start on data
    /// that a process of the one before still has open.
    /// </summary>
    public static async Task KillAsync(string pidFile, CancellationToken cancellationToken)
    {
        if (Read(pidFile) is not var (number, claim) || GetState(number, claim) is not State.Running) return;
        List<int> ending = [number, .. ProcessTable.FindChildren(number)];
        try
        {
            using var process = Process.GetProcessById(number);
            process.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It has ended in between.
        }

        // Only one that waits for a disk outlives this.
        var killed = Stopwatch.StartNew();
        while (killed.Elapsed < MaxKillTime && ending.Exists(ProcessTable.IsAlive)) await Task.Delay(LookAgain, cancellationToken);
    }

    private static (int Number, string Claim)? Read(string pidFile)
    {
        try
        {
            var claim = File.ReadAllText(pidFile);
            return int.TryParse(claim.Split('\n')[0], out var number) && number > 0 ? (number, claim) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static State GetState(int number, string claim)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return IsPostmaster(process, claim) ? State.Running : State.Somebody;
        }
        catch (ArgumentException)
        {
            return State.Gone;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static bool IsPostmaster(Process process, string claim)
    {
        if (!OperatingSystem.IsLinux()) return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        try
        {
            // A postmaster's working directory is its data folder. Neither a zombie nor a stranger shows one.
            return File.ReadAllText($"/proc/{process.Id}/cwd/postmaster.pid") == claim;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
