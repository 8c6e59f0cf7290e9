using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>An author's place on a paper, with the name as printed there.</summary>
public sealed class Authorship
{
    public long PaperId { get; init; }

    /// <summary>The position among the paper's authors; the first is 1. One author may stand at two positions.</summary>
    public int Position { get; init; }

    public long AuthorId { get; set; }

    public required string Name { get; set; }

    /// <summary>
    /// The name as <see cref="Model.NameKey"/> compares it, where the author is not told by it alone; null elsewhere, as it is the
    /// author's.
    /// </summary>
    public string? NameKey { get; set; }

    /// <summary>The author's ORCID, as a source gives it for this paper; so are the other ids.</summary>
    public string? Orcid { get; set; }

    /// <summary>Such as <c>A5023888391</c>.</summary>
    public string? OpenAlexId { get; set; }

    public string? SemanticScholarId { get; set; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class AuthorshipMapping : IEntityTypeConfiguration<Authorship>
{
    public void Configure(EntityTypeBuilder<Authorship> authorship)
    {
        authorship.ToTable(table =>
        {
            table.Holds("position", $"position > 0 and length(name) between 1 and {TextLimits.Name}");
            table.Holds("ids", "length(orcid) > 0 and length(open_alex_id) > 0 and length(semantic_scholar_id) > 0");
            table.Holds("name_key", "name_key is not null or num_nonnulls(orcid, open_alex_id, semantic_scholar_id) = 0");
        });
        authorship.HasKey(a => new { a.PaperId, a.Position });
        authorship.HasIndex(a => new { a.AuthorId, a.PublishedOrder, a.PaperId });

        // What most authorships have none of costs nothing where they have none.
        authorship.HasIndex(a => a.NameKey).HasFilter("name_key is not null");
        authorship.HasIndex(a => a.OpenAlexId).HasFilter("open_alex_id is not null");
        authorship.HasIndex(a => a.SemanticScholarId).HasFilter("semantic_scholar_id is not null");
        authorship.HasOne<Paper>().WithMany().HasForeignKey(a => a.PaperId).OnDelete(DeleteBehavior.Cascade);
        authorship.HasOne<Author>().WithMany().HasForeignKey(a => a.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
