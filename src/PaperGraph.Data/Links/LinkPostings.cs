using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Links;

/// <summary>
/// Some of the papers that have a feature, with its strength in each: <see cref="StoredFeatures"/> the other way round, so that what one
/// paper is related to is found without reading all of them.
/// </summary>
public sealed class LinkPostings
{
    /// <summary>A digest of the word, or of the kind and the id of the target.</summary>
    public long Feature { get; init; }

    /// <summary>From 0; a part is less than two kilobytes.</summary>
    public int Part { get; init; }

    /// <summary>The level by which the feature weighs, the same in all parts: at most two to its power papers had it when they were
    /// counted.</summary>
    public short Level { get; set; }

    /// <summary>Empty where more papers have the feature than are read.</summary>
    public required byte[] Packed { get; set; }
}

internal sealed class LinkPostingsMapping : IEntityTypeConfiguration<LinkPostings>
{
    public void Configure(EntityTypeBuilder<LinkPostings> postings)
    {
        postings.ToTable(table => table.Holds("numbers", "part >= 0 and level between 1 and 32"));
        postings.HasKey(p => new { p.Feature, p.Part });
    }
}
