using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Model;

namespace PaperGraph.Data.Resources;

public sealed class Resource
{
    public long Id { get; init; }

    public ResourceKind Kind { get; set; }

    public required string Url { get; init; }

    public string? Name { get; set; }

    /// <summary>The organization whose account the address names.</summary>
    public long? OrganizationId { get; set; }
}

internal sealed class ResourceMapping : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.ToTable(table =>
        {
            table.HasNames<Resource, ResourceKind>("kind");
            table.Holds("texts", $"octet_length(url) between 1 and {TextLimits.Url} and length(name) > 0");
        });
        resource.Property(r => r.Id).UseIdentityAlwaysColumn();
        resource.Property(r => r.Kind).IsStoredByName();
        resource.HasIndex(r => r.Url).IsUnique();
        resource.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.SetNull);
    }
}
