namespace PaperGraph.Postgres;

/// <summary>
/// What PostgreSQL's defaults, which suit the smallest of machines, become on this one. The server shares the machine with the program
/// and with whatever else a person runs, so that it takes a quarter of the memory and not half.
/// </summary>
/// <param name="Memory">Bytes that this process may use: those of the machine, or fewer where a control group limits them.</param>
/// <param name="FreeDisk">The number of bytes that are free where the data lie.</param>
internal sealed record MachineSettings(long Memory, long FreeDisk)
{
    private const long Mega = 1024 * 1024;
    private const long Giga = 1024 * Mega;

    /// <summary>The memory limit of .NET's own heap already follows the limits of control groups.</summary>
    public static MachineSettings For(string folder) =>
        new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, new DriveInfo(folder).AvailableFreeSpace);

    /// <summary>Lines of postgresql.conf.</summary>
    public IEnumerable<KeyValuePair<string, string>> Lines =>
    [
        // Beyond two gigabytes the system's own cache of files serves as well, and a start or a checkpoint goes through fewer buffers.
        new("shared_buffers", Megabytes(Memory / 4, 32 * Mega, 2 * Giga)),
        new("effective_cache_size", Megabytes(Memory / 2, 64 * Mega, long.MaxValue)),
        // One index is built at a time, and three workers of autovacuum may take as much each.
        new("maintenance_work_mem", Megabytes(Memory / 32, 16 * Mega, 512 * Mega)),
        // What groups of a hundred thousand things take is counted in memory then, and not in parts that go to the disk and back.
        new("work_mem", Megabytes(Memory / 256, 4 * Mega, 32 * Mega)),
        // The log of changes between two checkpoints, of which an import writes much. In steps, so that not every start has another.
        new("max_wal_size", Megabytes(FreeDisk / 10 / (256 * Mega) * (256 * Mega), 256 * Mega, 4 * Giga)),
        new("wal_compression", "on"),
        // Of a disk without heads, or of memory, a page costs nearly the same wherever it lies.
        new("random_page_cost", "1.1"),
    ];

    /// <summary>What <see cref="Lines"/> sets, in their order.</summary>
    public static string[] Names { get; } = [.. new MachineSettings(Giga, Giga).Lines.Select(line => line.Key)];

    private static string Megabytes(long bytes, long min, long max) =>
        FormattableString.Invariant($"{Math.Clamp(bytes, min, max) / Mega}MB");
}
