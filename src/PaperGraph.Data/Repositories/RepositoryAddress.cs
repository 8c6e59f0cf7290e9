using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Repositories;

/// <summary>
/// An address that some <see cref="RepositoryRename"/> names, and the present one that it leads to. Whatever names a former address leads
/// to the present repository, which alone has a row in <c>repositories</c>.
/// </summary>
public sealed class RepositoryAddress
{
    /// <summary>The <see cref="Repository.Key"/> of the address.</summary>
    public required string Key { get; init; }

    public required string Host { get; init; }

    /// <summary>The owner as printed; of several spellings of the address, the one that sorts first.</summary>
    public required string Owner { get; set; }

    public required string Name { get; set; }

    public required string Url { get; set; }

    /// <summary>The key that the repository has now; null where it is this one. Never that of an address that leads on itself.</summary>
    public string? PresentKey { get; set; }

    /// <summary>The source that says that it leads on; null where it does not.</summary>
    public string? Source { get; set; }

    /// <summary>The id that the repository of this address had when it last had a row; null where it had none.</summary>
    public long? FormerId { get; set; }
}

internal sealed class RepositoryAddressMapping : IEntityTypeConfiguration<RepositoryAddress>
{
    public void Configure(EntityTypeBuilder<RepositoryAddress> address)
    {
        address.ToTable(table =>
            table.Holds("texts", $"""
                length(key) between 1 and {TextLimits.Name}
                and length(host) > 0
                and length(owner) > 0
                and length(name) > 0
                and octet_length(url) between 1 and {TextLimits.Url}
                and key <> present_key
                and length(source) > 0
                and (present_key is null) = (source is null)
                """));
        address.HasKey(a => a.Key);
        address.HasIndex(a => a.PresentKey).HasFilter("present_key is not null");
        address.HasIndex(a => a.FormerId).HasFilter("former_id is not null");
        address.HasOne<RepositoryAddress>().WithMany().HasForeignKey(a => a.PresentKey).OnDelete(DeleteBehavior.Restrict);
    }
}
