using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Model;

namespace PaperGraph.Data.Repositories;

/// <summary>A place where code lies.</summary>
public sealed class Repository
{
    public long Id { get; init; }

    /// <summary>The name of the host, such as <c>github.com</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The owner as printed; where there are several spellings, the one that sorts first.</summary>
    public required string Owner { get; set; }

    public required string Name { get; set; }

    /// <summary>Host, owner and name, in lower case where the host ignores case.</summary>
    public required string Key { get; init; }

    public required string Url { get; set; }

    /// <summary>The organization whose account its owner is; null where that is nobody's that is known.</summary>
    public long? OrganizationId { get; set; }

    /// <summary>How many papers name it.</summary>
    public int PaperCount { get; private set; }

    /// <summary>What lists by <see cref="Name"/> compare, made by the database: without regard to case.</summary>
    public string NameOrder { get; private set; } = null!;
}

internal sealed class RepositoryMapping : IEntityTypeConfiguration<Repository>
{
    public void Configure(EntityTypeBuilder<Repository> repository)
    {
        repository.ToTable(table =>
            table.Holds("texts", $"""
                length(host) > 0
                and length(owner) > 0
                and length(name) > 0
                and length(key) between 1 and {TextLimits.Name}
                and octet_length(url) between 1 and {TextLimits.Url}
                and paper_count >= 0
                """));
        repository.Property(r => r.Id).UseIdentityAlwaysColumn();
        repository.HasIndex(r => r.Key).IsUnique();
        repository.Property(r => r.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        repository.HasIndex(r => new { r.NameOrder, r.Id });
        repository.Property(r => r.PaperCount).HasDefaultValue(0);
        repository.HasIndex(r => new { r.PaperCount, r.Id });
        repository.HasIndex(r => new { r.OrganizationId, r.PaperCount, r.Id });
        repository.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.SetNull);
    }
}
