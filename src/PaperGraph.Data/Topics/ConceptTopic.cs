using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Concepts;

namespace PaperGraph.Data.Topics;

public sealed class ConceptTopic
{
    public long ConceptId { get; init; }

    public long TopicId { get; init; }
}

internal sealed class ConceptTopicMapping : IEntityTypeConfiguration<ConceptTopic>
{
    public void Configure(EntityTypeBuilder<ConceptTopic> edge)
    {
        edge.HasKey(e => new { e.ConceptId, e.TopicId });
        edge.HasIndex(e => new { e.TopicId, e.ConceptId });
        edge.HasOne<Concept>().WithMany().HasForeignKey(e => e.ConceptId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Cascade);
    }
}
