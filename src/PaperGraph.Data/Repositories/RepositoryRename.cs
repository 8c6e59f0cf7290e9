using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Repositories;

/// <summary>That a repository moved, or was called otherwise: whatever leads to its former address leads to what it is now.</summary>
public sealed class RepositoryRename
{
    /// <summary>The <see cref="Repository.Key"/> that it had.</summary>
    public required string Key { get; init; }

    /// <summary>The address that it had.</summary>
    public required string Url { get; set; }

    /// <summary>The key that it has; never one that was renamed itself.</summary>
    public required string PresentKey { get; set; }

    public required string PresentHost { get; set; }

    public required string PresentOwner { get; set; }

    public required string PresentName { get; set; }

    public required string PresentUrl { get; set; }

    /// <summary>The source that says so.</summary>
    public required string Source { get; set; }

    /// <summary>The id of the row that was merged into the present one; null where there was none.</summary>
    public long? FormerId { get; set; }
}

internal sealed class RepositoryRenameMapping : IEntityTypeConfiguration<RepositoryRename>
{
    public void Configure(EntityTypeBuilder<RepositoryRename> rename)
    {
        rename.ToTable(table =>
            table.Holds("texts", $"""
                length(key) between 1 and {TextLimits.Name}
                and length(present_key) between 1 and {TextLimits.Name}
                and key <> present_key
                and length(present_host) > 0
                and length(present_owner) > 0
                and length(present_name) > 0
                and octet_length(url) between 1 and {TextLimits.Url}
                and octet_length(present_url) between 1 and {TextLimits.Url}
                and length(source) > 0
                """));
        rename.HasKey(r => r.Key);
        rename.HasIndex(r => r.PresentKey);
        rename.HasIndex(r => r.FormerId).HasFilter("former_id is not null");
    }
}
