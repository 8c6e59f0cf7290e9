using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>
/// An author who turned out to be another, as when a source tells by an id who was known by the name alone: its id and slug go on
/// leading to who has what was signed so, and are its own again where it comes back.
/// </summary>
public sealed class FormerAuthor
{
    public long Id { get; init; }

    public long AuthorId { get; set; }

    public required string Slug { get; init; }

    /// <summary>The <see cref="Author.Key"/> that it had.</summary>
    public required string Key { get; init; }
}

internal sealed class FormerAuthorMapping : IEntityTypeConfiguration<FormerAuthor>
{
    public void Configure(EntityTypeBuilder<FormerAuthor> former)
    {
        former.ToTable(table => table.Holds("texts", $"length(slug) between 1 and {TextLimits.Slug} and length(key) > 0"));
        former.HasKey(f => f.Id);
        former.Property(f => f.Id).ValueGeneratedNever();
        former.HasIndex(f => f.Slug).IsUnique();
        former.HasIndex(f => f.Key).IsUnique();
        former.HasOne<Author>().WithMany().HasForeignKey(f => f.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}
