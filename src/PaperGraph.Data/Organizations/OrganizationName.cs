using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

/// <summary>A name under which a source knows an organization.</summary>
public sealed class OrganizationName
{
    public long OrganizationId { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    /// <summary>The latest list day on which it was called so.</summary>
    public DateOnly? LastSeenOn { get; set; }
}

internal sealed class OrganizationNameMapping : IEntityTypeConfiguration<OrganizationName>
{
    public void Configure(EntityTypeBuilder<OrganizationName> name)
    {
        name.ToTable(table =>
            table.Holds("texts", $"length(name) between 1 and {TextLimits.Name} and length(source) > 0"));
        name.HasKey(n => new { n.OrganizationId, n.Name, n.Source });
        name.HasIndex(n => n.Name);
        name.HasOne<Organization>().WithMany().HasForeignKey(n => n.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
