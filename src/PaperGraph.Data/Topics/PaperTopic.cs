using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Topics;

public sealed class PaperTopic
{
    public long PaperId { get; init; }

    public long TopicId { get; init; }

    /// <summary>How much the paper is about the topic, from 0 to 1.</summary>
    public float Score { get; set; }

    /// <summary>The source that states it; null where it follows from what the paper is about.</summary>
    public string? Source { get; set; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperTopicMapping : IEntityTypeConfiguration<PaperTopic>
{
    public void Configure(EntityTypeBuilder<PaperTopic> edge)
    {
        edge.ToTable(table => table.Holds("score", "score between 0 and 1 and length(source) > 0"));
        edge.HasKey(e => new { e.PaperId, e.TopicId });
        edge.HasIndex(e => new { e.TopicId, e.PublishedOrder, e.PaperId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Cascade);
    }
}
