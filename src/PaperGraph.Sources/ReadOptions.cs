using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Sources;

public sealed class ReadOptions : IValidatableObject
{
    /// <summary>
    /// The name of the format, one of <see cref="FormatRegistry.All"/>; null where it is to be told from the content.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>
    /// The day on which the page was saved. Dates without a year belong to its year. Without it the year is inferred from
    /// the page, and the dates made so are marked.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>When the input was written, as its file or whoever sent it says; null where nobody does.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Whether nobody named the input, so that it is taken for a page only where something on it says so.</summary>
    public bool IsFound { get; init; }

    /// <summary>Inputs that cannot be read twice are kept in memory up to this many bytes, beyond it in a temporary file.</summary>
    [Range(0, int.MaxValue)]
    public int SpoolBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The longest element of JSON that is read, and up to 1 MiB the longest line of text, in bytes.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxUnitBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How many times as long as the compressed data what is inflated from it may be, where that is more than
    /// <see cref="FreeInflationBytes"/>.
    /// </summary>
    [Range(10, 1_000_000)]
    public int MaxInflationRatio { get; init; } = 250;

    [Range(0, long.MaxValue)]
    public long FreeInflationBytes { get; init; } = 64 << 20;

    /// <summary>How many problems of one input are told one by one; the others are counted in a last one.</summary>
    [Range(1, int.MaxValue)]
    public int MaxProblems { get; init; } = 1_000;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Format is not null && !FormatRegistry.All.Any(format => format.Name == Format))
            yield return new ValidationResult($"{Format} is no format that is read.", [nameof(Format)]);
    }
}
