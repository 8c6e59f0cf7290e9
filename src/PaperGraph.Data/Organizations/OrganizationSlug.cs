using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

/// <summary>
/// A slug that leads to an organization: the account by which a listing names it, or the slug of one that was merged into it.
/// </summary>
public sealed class OrganizationSlug
{
    /// <summary>The slug in lower case.</summary>
    public required string Slug { get; init; }

    public long OrganizationId { get; set; }

    /// <summary>Whether a listing names the organization so: then the account is an organization's on every host.</summary>
    public bool IsStated { get; set; }
}

internal sealed class OrganizationSlugMapping : IEntityTypeConfiguration<OrganizationSlug>
{
    public void Configure(EntityTypeBuilder<OrganizationSlug> slug)
    {
        slug.ToTable(table =>
            table.Holds("slug", $"length(slug) between 1 and {TextLimits.Slug} and slug = lower(slug)"));
        slug.HasKey(s => s.Slug);
        slug.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
