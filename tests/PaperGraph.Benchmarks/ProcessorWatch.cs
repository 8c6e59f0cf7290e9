using System.Diagnostics;
using System.Globalization;
using PaperGraph.Data;
using PaperGraph.Postgres;

namespace PaperGraph.Benchmarks;

/// <summary>What this process and PostgreSQL take, step by step.</summary>
internal sealed class ProcessorWatch
{
    private readonly int postmaster;
    private long began;
    private double own;
    private double database;

    public ProcessorWatch(PrivatePostgres postgres)
    {
        postmaster = int.Parse(File.ReadLines(Path.Combine(postgres.DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Begin();
    }

    /// <summary>Counts from here on.</summary>
    public void Begin()
    {
        File.WriteAllText("/proc/self/clear_refs", "5");
        began = Stopwatch.GetTimestamp();
        own = ProcessFigures.Cpu(Environment.ProcessId);
        database = ProcessFigures.CpuWithChildren(postmaster);
    }

    /// <summary>What was taken since the last time; counts from here on.</summary>
    public Figures Next()
    {
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var figures = new Figures(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            (ProcessFigures.Cpu(Environment.ProcessId) - own) / 1e6,
            (ProcessFigures.CpuWithChildren(postmaster) - database) / 1e6,
            double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024);
        Begin();
        return figures;
    }

    public void Tell(string what) => Console.WriteLine(Next().Told(what));

    /// <summary>A database of its own that is migrated and empty, which is deleted at the end.</summary>
    public static async Task OverEmptyAsync(
        string folder, Func<PrivatePostgres, Task> run, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        await using (var postgres = await PrivatePostgres.StartOrAdoptAsync(folder, Console.WriteLine, cancellationToken))
        {
            await using (var migrating = DataSources.Create(postgres.ConnectionString))
                await DatabaseMigrations.MigrateAsync(migrating, cancellationToken);
            await run(postgres);
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="Seconds">On the clock.</param>
    /// <param name="Program">Seconds of the processor.</param>
    /// <param name="Postgres">Seconds of the processor.</param>
    /// <param name="Peak">The greatest memory of this process, in megabytes.</param>
    internal readonly record struct Figures(double Seconds, double Program, double Postgres, double Peak)
    {
        public string Told(string what) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Seconds,8:N1} s  {what}: {Program:N1} + {Postgres:N1} s of processor time, {Peak:N0} MB at most");

        public static Figures operator +(Figures first, Figures second) => new(
            first.Seconds + second.Seconds,
            first.Program + second.Program,
            first.Postgres + second.Postgres,
            Math.Max(first.Peak, second.Peak));
    }
}
