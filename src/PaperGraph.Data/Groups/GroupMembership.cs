using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Groups;

/// <summary>
/// As what a paper is counted in <c>group_counts</c> and <c>coverage_counts</c>. Where the paper, its edges or its listings change, the
/// difference to this row is added to the counts, whatever was written and in which order. It outlives its paper until that is no longer
/// counted.
/// </summary>
public sealed class GroupMembership
{
    public long PaperId { get; init; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>.</summary>
    public DateOnly Day { get; init; }

    public bool HasCode { get; init; }

    public int? UpvoteCount { get; init; }

    public int? CommentCount { get; init; }

    /// <summary>The groups: each a dimension and, behind a space, what the paper has of it, such as <c>CONCEPT 12</c>.</summary>
    public required string[] Groups { get; init; }

    /// <summary>What is known of the paper, see <see cref="CoverageSql"/>.</summary>
    public required string[] Coverage { get; init; }
}

internal sealed class GroupMembershipMapping : IEntityTypeConfiguration<GroupMembership>
{
    public void Configure(EntityTypeBuilder<GroupMembership> membership)
    {
        membership.HasKey(m => m.PaperId);
        membership.Property(m => m.PaperId).ValueGeneratedNever();
        membership.Property(m => m.Groups).UseCollation("C");
        membership.Property(m => m.Coverage).UseCollation("C");
    }
}
