using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Imports;

public enum ImportState
{
    Running,
    Done,
    Failed,

    /// <summary>The process of the run ended before the run did.</summary>
    Interrupted,
}

public sealed class ImportRun
{
    public long Id { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public ImportState State { get; set; }

    /// <summary>The paths that were to be imported, as they were given.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public int Pages { get; set; }

    public int PapersAdded { get; set; }

    public int PapersChanged { get; set; }

    public int ListingsAdded { get; set; }

    public int Problems { get; set; }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable(table =>
        {
            table.HasNames<ImportRun, ImportState>("state");
            table.Holds("finished", "(state = 'RUNNING') = (finished_at is null) and finished_at >= started_at");
            table.Holds("counts", "pages >= 0 and papers_added >= 0 and papers_changed >= 0 and listings_added >= 0 and problems >= 0");
        });
        run.Property(r => r.Id).UseIdentityAlwaysColumn();
        run.Property(r => r.State).IsStoredByName();
        run.HasIndex(r => new { r.StartedAt, r.Id });
    }
}
