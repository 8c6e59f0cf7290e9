using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Imports;

/// <summary>
/// Something in a file that could not be read, or a paper with which a later stage failed. Met again, it is not stored again.
/// </summary>
public sealed class ImportProblem
{
    public long Id { get; init; }

    /// <summary>The first run that met the problem.</summary>
    public long ImportRunId { get; init; }

    /// <summary>The kind of document; null where it was not recognised.</summary>
    public string? Source { get; init; }

    public required string File { get; init; }

    /// <summary>The line in the document; the first is 1.</summary>
    public int? Line { get; init; }

    /// <summary>The position in the line, in UTF-16 code units; the first is 1.</summary>
    public int? Column { get; init; }

    /// <summary>The beginning of the text that stands there.</summary>
    public required string Words { get; init; }

    public required string Message { get; init; }

    /// <summary>A hash of the position, the words and the message, by which a problem that is met again is recognised.</summary>
    public long Fingerprint { get; init; }

    internal static ImportProblem From(ProblemRow row, long importRunId) => new()
    {
        ImportRunId = importRunId,
        Source = row.Source,
        File = row.File,
        Line = row.Line,
        Column = row.Column,
        Words = row.Words,
        Message = row.Message,
        Fingerprint = new RowDigest().Add(row.File).Add(row.Line ?? 0).Add(row.Column ?? 0).Add(row.Words).Add(row.Message).Take(),
    };
}

internal sealed class ImportProblemMapping : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> problem)
    {
        problem.ToTable(table =>
        {
            table.Holds("texts", "length(source) > 0 and length(file) > 0 and length(message) > 0");
            table.Holds("place", "line > 0 and \"column\" > 0");
        });
        problem.Property(p => p.Id).UseIdentityAlwaysColumn();
        problem.HasIndex(p => p.Fingerprint).IsUnique();
        problem.HasOne<ImportRun>().WithMany().HasForeignKey(p => p.ImportRunId).OnDelete(DeleteBehavior.Cascade);
    }
}
