using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>
/// A person whom a source tells from others by an id; where none does, all who sign with one name, who may be several.
/// </summary>
public sealed class Author
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as <see cref="Model.NameKey"/> compares it.</summary>
    public required string NameKey { get; set; }

    /// <summary>
    /// The id by which a source tells the person from others of the name, of several the surest: <c>orcid:0000-0001-2345-6789</c>,
    /// <c>openalex:A5023888391</c>, <c>s2:1741101</c>.
    /// </summary>
    public string? SourceId { get; init; }

    /// <summary>What tells the author from all others, made by the database: the id of a source, else the name.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>Such as <c>0000-0001-2345-6789</c>; made by the database of the id.</summary>
    public string? Orcid { get; private set; }

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
            and length(source_id) between 1 and {TextLimits.ArxivId}
            and paper_count >= 0
            """));
        author.Property(a => a.Id).UseIdentityAlwaysColumn();
        author.HasIndex(a => a.Slug).IsUnique();
        author.HasIndex(a => a.NameKey);
        author.Property(a => a.Key).HasComputedColumnSql("coalesce(source_id, 'name:' || name_key)", stored: true);
        author.HasIndex(a => a.Key).IsUnique();
        author.Property(a => a.Orcid).HasComputedColumnSql(
            "case when source_id like 'orcid:%' then substr(source_id, 7) end", stored: true);
        author.Property(a => a.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        author.HasIndex(a => new { a.NameOrder, a.Id });
        author.Property(a => a.PaperCount).HasDefaultValue(0);
        author.HasIndex(a => new { a.PaperCount, a.Id });
    }
}
