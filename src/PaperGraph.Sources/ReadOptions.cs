using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Sources;

public sealed class ReadOptions
{
    /// <summary>
    /// The day on which the page was saved. Dates without a year belong to its year. Without it the year is inferred from
    /// the page, and the dates made so are marked.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether nobody named the input, so that it is taken for a page only where something on it says so.</summary>
    public bool IsFound { get; init; }

    /// <summary>Inputs that cannot be read twice are kept in memory up to this many bytes, beyond it in a temporary file.</summary>
    [Range(0, int.MaxValue)]
    public int SpoolBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The longest element of JSON that is read, and up to 1 MiB the longest line of text, in bytes.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxUnitBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many problems of one input are told one by one; the others are counted in a last one.</summary>
    [Range(1, int.MaxValue)]
    public int MaxProblems { get; init; } = 1_000;
}
