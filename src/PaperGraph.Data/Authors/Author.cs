using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>All who sign with one name: sources rarely tell two people of the same name apart.</summary>
public sealed class Author
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as <see cref="Model.NameKey"/> compares it.</summary>
    public required string NameKey { get; init; }

    /// <summary>How many papers are signed so.</summary>
    public int PaperCount { get; private set; }

    /// <summary>What lists by <see cref="Name"/> compare, made by the database: without regard to case.</summary>
    public string NameOrder { get; private set; } = null!;
}

internal sealed class AuthorMapping : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.ToTable(table => table.Holds("texts", $"""
            length(slug) between 1 and {TextLimits.Slug}
            and length(name) between 1 and {TextLimits.Name}
            and length(name_key) between 1 and {TextLimits.Name}
            and paper_count >= 0
            """));
        author.Property(a => a.Id).UseIdentityAlwaysColumn();
        author.HasIndex(a => a.Slug).IsUnique();
        author.HasIndex(a => a.NameKey).IsUnique();
        author.Property(a => a.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        author.HasIndex(a => new { a.NameOrder, a.Id });
        author.Property(a => a.PaperCount).HasDefaultValue(0);
        author.HasIndex(a => new { a.PaperCount, a.Id });
    }
}
