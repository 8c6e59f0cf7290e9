using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Groups;

/// <summary>
/// What so many papers have in common that what these are counted by is kept in <see cref="HubCount"/>: to count them when they are asked
/// for would take longer than an answer may.
/// </summary>
public sealed class GroupHub
{
    public int Id { get; init; }

    /// <summary>One of <see cref="GroupMembership.Groups"/>, such as <c>CONCEPT 12</c>.</summary>
    public required string Name { get; init; }
}

internal sealed class GroupHubMapping : IEntityTypeConfiguration<GroupHub>
{
    public void Configure(EntityTypeBuilder<GroupHub> hub)
    {
        hub.Property(h => h.Id).UseIdentityAlwaysColumn();
        hub.Property(h => h.Name).UseCollation("C");
        hub.HasIndex(h => h.Name).IsUnique();
    }
}
