using System.Diagnostics;

namespace PaperGraph.Data;

/// <summary>The process that a postmaster.pid names on its first line.</summary>
internal static class Postmaster
{
    internal enum State
    {
        /// <summary>There is no such process.</summary>
        Gone,

        /// <summary>It is the server of the folder that the file lies in.</summary>
        Running,

        /// <summary>It is another process, which got the number after a crash.</summary>
        Somebody,
    }

    public static State NamedBy(string pidFile)
    {
        if (!File.Exists(pidFile)) return State.Gone;
        var claim = File.ReadAllText(pidFile);
        if (!int.TryParse(claim.Split('\n')[0], out var number) || number <= 0) return State.Gone;
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
