using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Topics;

/// <summary>An area of research in a small tree; or a category of an archive, in a tree of its own.</summary>
public sealed class Topic
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public long? ParentId { get; set; }

    /// <summary>Whose taxonomy it is of, such as <c>arxiv</c>; null for the topics that are found by concepts.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>The position among all topics; the first is 1.</summary>
    public int Position { get; set; }

    /// <summary>How many papers are about it or a topic below it.</summary>
    public int PaperCount { get; private set; }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable(table =>
        {
            table.Holds("texts", $"length(slug) between 1 and {TextLimits.Slug} and length(name) > 0 and length(taxonomy) > 0");
            table.Holds("place", "position > 0 and parent_id <> id and paper_count >= 0");
        });
        topic.Property(t => t.Id).UseIdentityAlwaysColumn();
        topic.Property(t => t.PaperCount).HasDefaultValue(0);
        topic.HasIndex(t => t.Slug).IsUnique();
        topic.HasIndex(t => new { t.Position, t.Id });
        topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.SetNull);
    }
}
