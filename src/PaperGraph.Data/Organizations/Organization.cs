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

    /// <summary>The last part of its address in the Research Organization Registry, such as <c>03vek6s52</c>.</summary>
    public string? Ror { get; set; }

    /// <summary>Two letters.</summary>
    public string? CountryCode { get; set; }

    /// <summary>How many papers it has a role in; those of the organizations below it are not among them.</summary>
    public int PaperCount { get; private set; }

    /// <summary>What lists by <see cref="Name"/> compare, made by the database: without regard to case.</summary>
    public string NameOrder { get; private set; } = null!;
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
                and length(ror) > 0
                and length(country_code) = 2
                """);
            table.Holds("parent", "parent_id <> id");
            table.Holds("measures", "paper_count >= 0");
        });
        organization.Property(o => o.Id).UseIdentityAlwaysColumn();
        organization.HasIndex(o => o.Slug).IsUnique();
        organization.HasIndex(o => o.Ror).HasFilter("ror is not null");
        organization.Property(o => o.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        organization.HasIndex(o => new { o.NameOrder, o.Id });
        organization.Property(o => o.PaperCount).HasDefaultValue(0);
        organization.HasIndex(o => new { o.PaperCount, o.Id });
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.SetNull);
    }
}
