using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

public sealed class Organization
{
    public long Id { get; init; }

    /// <summary>Lower case; the same slug on two hosts is one organization.</summary>
    public required string Slug { get; init; }

    /// <summary>The best of its <see cref="OrganizationName"/>s.</summary>
    public required string Name { get; set; }

    public long? ParentId { get; set; }
}

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable(table =>
        {
            table.Holds("texts", $"""
                length(slug) between 1 and {TextLimits.Slug}
                and slug = lower(slug)
                and length(name) between 1 and {TextLimits.Name}
                """);
            table.Holds("parent", "parent_id <> id");
        });
        organization.Property(o => o.Id).UseIdentityAlwaysColumn();
        organization.HasIndex(o => o.Slug).IsUnique();
        organization.HasIndex(o => new { o.Name, o.Id });
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.SetNull);
    }
}
