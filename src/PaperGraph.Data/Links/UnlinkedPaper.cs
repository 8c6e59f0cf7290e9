using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Links;

/// <summary>
/// A paper of which something that papers are linked by has changed since they were linked last. Triggers note it, so that nobody who
/// writes rows has to know of it, and linking does not have to look for it (<see cref="UnlinkedPapersSql"/>).
/// </summary>
public sealed class UnlinkedPaper
{
    public long PaperId { get; init; }
}

internal sealed class UnlinkedPaperMapping : IEntityTypeConfiguration<UnlinkedPaper>
{
    public void Configure(EntityTypeBuilder<UnlinkedPaper> paper)
    {
        // The paper may be gone: that is one of the things to be noted.
        paper.HasKey(p => p.PaperId);
        paper.Property(p => p.PaperId).ValueGeneratedNever();
    }
}
