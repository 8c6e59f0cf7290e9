using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Additions;

/// <summary>
/// That a paper cites another, as Semantic Scholar states it apart from the records of both, of which none need be stored yet.
/// </summary>
public sealed class AddedReference
{
    /// <summary>The number of the paper that cites, in the corpus of Semantic Scholar.</summary>
    public long CorpusId { get; init; }

    public long CitedCorpusId { get; init; }
}

internal sealed class AddedReferenceMapping : IEntityTypeConfiguration<AddedReference>
{
    public void Configure(EntityTypeBuilder<AddedReference> added) => added.HasKey(a => new { a.CorpusId, a.CitedCorpusId });
}
