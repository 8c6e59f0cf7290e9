using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Repositories;

/// <summary>
/// What a source says of the address of a repository: where it leads now. What follows from all that is said stands in
/// <see cref="RepositoryAddress"/>.
/// </summary>
public sealed class RepositoryRename
{
    /// <summary>The <see cref="Repository.Key"/> that the repository had.</summary>
    public required string Key { get; init; }

    /// <summary>The key that it has; the same where a source says that it was not renamed.</summary>
    public required string PresentKey { get; init; }

    /// <summary>The source that says so.</summary>
    public required string Source { get; init; }

    /// <summary>When this was first seen to be so; null where nobody states it.</summary>
    public DateTimeOffset? FirstObservedAt { get; set; }

    /// <summary>When this was last seen to be so; null where nobody states it.</summary>
    public DateTimeOffset? LastObservedAt { get; set; }
}

internal sealed class RepositoryRenameMapping : IEntityTypeConfiguration<RepositoryRename>
{
    public void Configure(EntityTypeBuilder<RepositoryRename> rename)
    {
        rename.ToTable(table =>
        {
            table.Holds("texts", "length(source) > 0");
            table.Holds(
                "observed",
                "(first_observed_at is null) = (last_observed_at is null) and first_observed_at <= last_observed_at");
        });
        rename.HasKey(r => new { r.Key, r.PresentKey, r.Source });
        rename.HasIndex(r => r.PresentKey);
        rename.HasOne<RepositoryAddress>().WithMany().HasForeignKey(r => r.Key).OnDelete(DeleteBehavior.Restrict);
        rename.HasOne<RepositoryAddress>().WithMany().HasForeignKey(r => r.PresentKey).OnDelete(DeleteBehavior.Restrict);
    }
}
