using System.ComponentModel.DataAnnotations;
using PaperGraph.Sources;

namespace PaperGraph.Ingest;

public sealed class ImportOptions
{
    internal const int UsualChunkSize = 500;

    /// <summary>The day on which the documents were saved, where it is known: dates without a year belong to its year.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// The name of the documents' format, one of <see cref="FormatRegistry.All"/>; null where each is told from its content.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>The paths as a person gave them, for the record of the run; the documents' names where it is empty.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Whether the first problem ends the run with a <see cref="StrictImportException"/>.</summary>
    public bool IsStrict { get; init; }

    /// <summary>How many papers are written, or read again, in one transaction.</summary>
    [Range(1, 100_000)]
    public int ChunkSize { get; init; } = UsualChunkSize;
}
