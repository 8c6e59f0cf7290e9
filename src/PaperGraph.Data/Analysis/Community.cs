using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Analysis;

/// <summary>Nodes that are tied to each other more closely than to others, as the last analysis found them.</summary>
public sealed class Community
{
    public long Id { get; init; }

    public required string Slug { get; set; }

    /// <summary>Its most telling concepts.</summary>
    public required string Name { get; set; }

    public int PaperCount { get; set; }

    public int ConceptCount { get; set; }

    public int TopicCount { get; set; }

    public int OrganizationCount { get; set; }

    public int RepositoryCount { get; set; }

    public int AuthorCount { get; set; }

    /// <summary>What lists by <see cref="Name"/> compare, made by the database: without regard to case.</summary>
    public string NameOrder { get; private set; } = null!;
}

internal sealed class CommunityMapping : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> community)
    {
        community.ToTable(table =>
        {
            table.Holds("texts", $"length(slug) between 1 and {TextLimits.Slug} and length(name) between 1 and {3 * TextLimits.Name + 4}");
            table.Holds("counts", """
                paper_count >= 0 and concept_count >= 0 and topic_count >= 0 and organization_count >= 0 and repository_count >= 0
                and author_count >= 0
                """);
        });
        community.Property(c => c.Id).UseIdentityByDefaultColumn();
        community.HasIndex(c => c.Slug).IsUnique();
        community.HasIndex(c => new { c.PaperCount, c.Id });
        community.Property(c => c.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        community.HasIndex(c => new { c.NameOrder, c.Id });
    }
}
