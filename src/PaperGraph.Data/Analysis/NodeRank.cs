using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Topics;

namespace PaperGraph.Data.Analysis;

/// <summary>
/// What the last analysis says of a node. Each node has such a row from its beginning, made by a trigger (<see cref="RanksSql"/>), so that
/// lists in this order need not look for those that have none. It is no part of the node's own row, because an analysis writes all of
/// them.
/// </summary>
public abstract class NodeRank
{
    public const float Unknown = -1;

    public long NodeId { get; init; }

    /// <summary>The PageRank in terms of the average of all nodes; <see cref="Unknown"/> until the node is analyzed.</summary>
    public float RankOrder { get; set; } = Unknown;

    /// <summary>How many edges the node had.</summary>
    public int Degree { get; set; }

    /// <summary>Null where it is in none, or is not analyzed yet.</summary>
    public long? CommunityId { get; set; }
}

public sealed class PaperRank : NodeRank;

public sealed class ConceptRank : NodeRank;

public sealed class TopicRank : NodeRank;

public sealed class OrganizationRank : NodeRank;

public sealed class RepositoryRank : NodeRank;

public sealed class AuthorRank : NodeRank;

internal abstract class NodeRankMapping<TRank, TNode>(string key) : IEntityTypeConfiguration<TRank>
    where TRank : NodeRank
    where TNode : class
{
    public void Configure(EntityTypeBuilder<TRank> rank)
    {
        rank.ToTable(table => table.Holds("measures", "(rank_order >= 0 or rank_order = -1) and rank_order < 'infinity' and degree >= 0"));
        rank.HasKey(r => r.NodeId);
        rank.Property(r => r.NodeId).HasColumnName(key).ValueGeneratedNever();
        rank.Property(r => r.RankOrder).HasDefaultValue(NodeRank.Unknown);
        rank.Property(r => r.Degree).HasDefaultValue(0);
        rank.HasIndex(r => new { r.RankOrder, r.NodeId });
        rank.HasIndex(r => new { r.CommunityId, r.RankOrder, r.NodeId });
        rank.HasOne<TNode>().WithOne().HasForeignKey<TRank>(r => r.NodeId).OnDelete(DeleteBehavior.Cascade);
        rank.HasOne<Community>().WithMany().HasForeignKey(r => r.CommunityId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class PaperRankMapping() : NodeRankMapping<PaperRank, Paper>("paper_id");

internal sealed class ConceptRankMapping() : NodeRankMapping<ConceptRank, Concept>("concept_id");

internal sealed class TopicRankMapping() : NodeRankMapping<TopicRank, Topic>("topic_id");

internal sealed class OrganizationRankMapping() : NodeRankMapping<OrganizationRank, Organization>("organization_id");

internal sealed class RepositoryRankMapping() : NodeRankMapping<RepositoryRank, Repository>("repository_id");

internal sealed class AuthorRankMapping() : NodeRankMapping<AuthorRank, Author>("author_id");
