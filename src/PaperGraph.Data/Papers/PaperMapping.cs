using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Papers;

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("papers", table =>
        {
            table.Holds("texts", "length(title) > 0 and length(abstract) > 0");
            table.Holds("keys", $"""
                length(identity) between 1 and {TextLimits.Name}
                and length(slug) between 1 and {TextLimits.Slug}
                and length(title_key) between 1 and {TextLimits.Name}
                and length(arxiv_id) between 1 and {TextLimits.ArxivId}
                and length(doi) between 1 and {TextLimits.Doi}
                and octet_length(url) between 1 and {TextLimits.Url}
                """);
            table.Holds("counts", "author_count >= 0 and comment_count >= 0 and upvote_count >= 0");
            table.Holds("inferred", "published_on is not null or not published_on_inferred");
        });
        paper.Property(p => p.Id).UseIdentityAlwaysColumn();
        paper.Property(p => p.TextHash)
            .HasComputedColumnSql("hashtextextended(title || chr(31) || coalesce(abstract, ''), 0)", stored: true);
        paper.Property(p => p.Search).HasComputedColumnSql(
            "setweight(to_tsvector('english', left(title, 10000)), 'A') "
                + "|| setweight(to_tsvector('english', left(coalesce(abstract, ''), 100000)), 'B')",
            stored: true);

        paper.HasIndex(p => p.Identity).IsUnique();
        paper.HasIndex(p => p.Slug).IsUnique();
        paper.HasIndex(p => p.ArxivId).IsUnique();
        paper.HasIndex(p => p.Doi).IsUnique();
        paper.HasIndex(p => p.TitleKey);
        paper.HasIndex(p => p.Search).HasMethod("gin");

        // The orders in which papers are listed; each is read in both directions.
        paper.HasIndex(p => new { p.ImportedAt, p.Id });
        paper.HasIndex(p => new { p.PublishedOn, p.Id }, "ix_papers_oldest");
        paper.HasIndex(p => new { p.PublishedOn, p.Id }, "ix_papers_newest").IsDescending(true, false)
            .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.Unspecified);
        paper.HasIndex(p => new { p.ListedOn, p.Id }, "ix_papers_listed_first");
        paper.HasIndex(p => new { p.ListedOn, p.Id }, "ix_papers_listed_last").IsDescending(true, false)
            .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.Unspecified);
        paper.HasIndex(p => new { p.UpvoteCount, p.Id }, "ix_papers_most_upvoted").IsDescending(true, false)
            .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.Unspecified);
        paper.HasIndex(p => new { p.CommentCount, p.Id }, "ix_papers_most_discussed").IsDescending(true, false)
            .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.Unspecified);
    }
}
