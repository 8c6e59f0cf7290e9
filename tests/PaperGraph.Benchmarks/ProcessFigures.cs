using System.Globalization;

namespace PaperGraph.Benchmarks;

/// <summary>What the kernel counts of processes, from /proc.</summary>
internal static class ProcessFigures
{
    private const double MicrosecondsOfTick = 10_000;

    /// <summary>The processor time that a process has used, in microseconds.</summary>
    public static double Cpu(int process)
    {
        var stat = Stat(process);
        return stat is null ? 0 : (Ticks(stat, 11) + Ticks(stat, 12)) * MicrosecondsOfTick;
    }

    /// <summary>The same of a process, its children, and those of them that have ended.</summary>
    public static double CpuWithChildren(int process)
    {
        var own = Stat(process) ?? throw new InvalidOperationException($"There is no process {process}.");
        var ended = (Ticks(own, 13) + Ticks(own, 14)) * MicrosecondsOfTick;
        return Cpu(process) + ended + Children(process).Sum(Cpu);
    }

    /// <summary>
    /// The processor time of a process and its children that have not ended, in microseconds: exact to the nanosecond, where ticks of ten
    /// milliseconds say nothing of a single request.
    /// </summary>
    public static double ExactCpuWithChildren(int process) => Children(process).Append(process).Sum(ExactCpu);

    /// <summary>The processor time that the calling thread has used, in milliseconds.</summary>
    public static double CpuOfThread()
    {
        var text = File.ReadAllText("/proc/thread-self/schedstat");
        return long.Parse(text.AsSpan(0, text.IndexOf(' ')), CultureInfo.InvariantCulture) / 1e6;
    }

    private static double ExactCpu(int process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task")
                .Select(task => File.ReadAllText($"{task}/schedstat"))
                .Sum(text => long.Parse(text.AsSpan(0, text.IndexOf(' ')), CultureInfo.InvariantCulture) / 1000.0);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>What a process holds in memory, and what of it no other shares; in megabytes.</summary>
    public static (double Resident, double Private) Memory(int process)
    {
        var kilobytes = File.ReadLines($"/proc/{process}/smaps_rollup")
            .Select(line => line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1 && words[0] is "Rss" or "Private_Clean" or "Private_Dirty")
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        return (kilobytes["Rss"] / 1024, (kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]) / 1024);
    }

    private static IEnumerable<int> Children(int process) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0 && Stat(id) is { } stat && Ticks(stat, 1) == process
        select id;

    /// <summary>The fields behind the name, which may hold blanks: the state is the first. Null where the process has ended.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Ticks(string[] stat, int field) => long.Parse(stat[field], CultureInfo.InvariantCulture);
}
