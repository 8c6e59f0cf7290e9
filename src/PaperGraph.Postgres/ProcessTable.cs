using System.Diagnostics;
using System.Globalization;

namespace PaperGraph.Postgres;

/// <summary>What the system tells of processes that are not ours.</summary>
internal static class ProcessTable
{
    /// <summary>The numbers of the processes that one has started and that still run; empty where the system does not tell.</summary>
    public static IReadOnlyList<int> FindChildren(int parent)
    {
        if (!OperatingSystem.IsLinux()) return [];
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => number > 0 && Status(number) is var (_, itsParent) && itsParent == parent),
        ];
    }

    /// <summary>Whether a process runs. One that has ended and that its parent has not asked about yet does not.</summary>
    public static bool IsAlive(int number)
    {
        if (OperatingSystem.IsLinux()) return Status(number) is var (state, _) && state is not ('Z' or 'X');
        try
        {
            using var process = Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>State and parent, which stand behind the program's name in parentheses (man proc_pid_stat).</summary>
    private static (char State, int Parent)? Status(int number)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{number}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
