using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A short form that a paper defines, and what it says that it stands for.</summary>
public sealed class Abbreviation
{
    public long PaperId { get; init; }

    public required string ShortForm { get; init; }

    public required string LongForm { get; init; }

    public required string ShortKey { get; set; }

    public required string LongKey { get; set; }
}

internal sealed class AbbreviationMapping : IEntityTypeConfiguration<Abbreviation>
{
    public void Configure(EntityTypeBuilder<Abbreviation> abbreviation)
    {
        abbreviation.ToTable(table => table.Holds("texts", $"""
            length(short_form) between 1 and {TextLimits.ShortForm}
            and length(long_form) between 1 and {TextLimits.Name}
            and length(short_key) > 0
            and length(long_key) > 0
            """));
        abbreviation.HasKey(a => new { a.PaperId, a.ShortForm, a.LongForm });
        abbreviation.HasIndex(a => a.ShortForm);
        abbreviation.HasOne<Paper>().WithMany().HasForeignKey(a => a.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
