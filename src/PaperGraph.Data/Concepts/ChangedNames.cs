using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// A paper whose names were stored, changed or deleted since they were counted in the collection. Triggers note it, whoever writes: see
/// <see cref="ChangedNamesSql"/>.
/// </summary>
public sealed class ChangedNames
{
    public long PaperId { get; init; }

    /// <summary>The names as they were counted; null where there were none.</summary>
    public byte[]? Former { get; init; }
}

internal sealed class ChangedNamesMapping : IEntityTypeConfiguration<ChangedNames>
{
    public void Configure(EntityTypeBuilder<ChangedNames> changed)
    {
        changed.HasKey(c => c.PaperId);
        changed.Property(c => c.PaperId).ValueGeneratedNever();
    }
}
