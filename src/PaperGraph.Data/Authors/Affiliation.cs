using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>An organization that an author of a paper belonged to, as the paper says.</summary>
public sealed class Affiliation
{
    public long PaperId { get; init; }

    /// <summary>The author's <see cref="Authorship.Position"/>.</summary>
    public int Position { get; init; }

    /// <summary>The place among the author's affiliations; the first is 1.</summary>
    public int Number { get; init; }

    public long OrganizationId { get; set; }

    /// <summary>What the source calls the organization.</summary>
    public required string Name { get; set; }

    public required string Source { get; set; }
}

internal sealed class AffiliationMapping : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.ToTable(table =>
            table.Holds("texts", $"number > 0 and length(name) between 1 and {TextLimits.Name} and length(source) > 0"));
        affiliation.HasKey(a => new { a.PaperId, a.Position, a.Number });
        affiliation.HasIndex(a => new { a.OrganizationId, a.PaperId });
        affiliation.HasOne<Authorship>().WithMany().HasForeignKey(a => new { a.PaperId, a.Position }).OnDelete(DeleteBehavior.Cascade);
        affiliation.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
