using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Fetching;

/// <summary>An address that was fetched and stored whole, with what the server gave to ask by whether it has changed since.</summary>
public sealed class FetchedAddress
{
    /// <summary>Longer addresses are not remembered: they hold tokens that the server soon forgets.</summary>
    internal const int MaxLength = 2_000;

    /// <summary>Without keys, and without what is said of whoever asks.</summary>
    public required string Address { get; init; }

    /// <summary>As it stood in the answer's header, quotes and all.</summary>
    public string? EntityTag { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    /// <summary>SHA-256 of the bytes as they were sent.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>By what rules and options it was read: whoever reads by others has to fetch it again.</summary>
    public long Reading { get; set; }

    public DateTimeOffset FetchedAt { get; set; }
}

internal sealed class FetchedAddressMapping : IEntityTypeConfiguration<FetchedAddress>
{
    public void Configure(EntityTypeBuilder<FetchedAddress> fetched)
    {
        fetched.ToTable(table =>
        {
            table.Holds("address", "length(address) between 1 and 2000");
            table.Holds("content_hash", "length(content_hash) = 32");
        });
        fetched.HasKey(f => f.Address);
    }
}
