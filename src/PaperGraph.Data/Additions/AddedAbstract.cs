using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Additions;

/// <summary>An abstract that Semantic Scholar gives apart from the record of the paper, which need not be stored yet.</summary>
public sealed class AddedAbstract
{
    /// <summary>The paper's number in the corpus of Semantic Scholar.</summary>
    public long CorpusId { get; init; }

    public required string Abstract { get; set; }

    /// <summary>When this was last seen to be so; null where nobody states it.</summary>
    public DateTimeOffset? ObservedAt { get; set; }
}

internal sealed class AddedAbstractMapping : IEntityTypeConfiguration<AddedAbstract>
{
    public void Configure(EntityTypeBuilder<AddedAbstract> added)
    {
        added.ToTable(table => table.Holds("texts", "length(abstract) > 0"));
        added.HasKey(a => a.CorpusId);
        added.Property(a => a.CorpusId).ValueGeneratedNever();
    }
}
