using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable(table =>
        {
            table.Holds("texts", "length(title) > 0 and length(abstract) > 0");
            table.Holds("keys", $"""
                length(identity) between 1 and {TextLimits.Name}
                and length(slug) between 1 and {TextLimits.Slug}
                and length(arxiv_id) between 1 and {TextLimits.ArxivId}
                and length(doi) between 1 and {TextLimits.Doi}
                and octet_length(url) between 1 and {TextLimits.Url}
                """);
            table.Holds("counts", "author_count >= 0 and comment_count >= 0 and upvote_count >= 0 and citation_count >= 0");
            table.Holds("inferred", "published_on is not null or not published_on_inferred");
        });
        paper.Property(p => p.Id).UseIdentityAlwaysColumn();
        paper.Property(p => p.IsWithdrawn).HasDefaultValue(false);
        paper.HasIndex(p => p.IsWithdrawn).HasFilter("is_withdrawn");
        paper.Property(p => p.TextHash)
            .HasComputedColumnSql("hashtextextended(title || chr(31) || coalesce(abstract, ''), 0)", stored: true);
        paper.Property(p => p.TitleSearch).HasComputedColumnSql(Words("title", 10_000, 'A'), stored: true);
        paper.Property(p => p.Search).HasComputedColumnSql(
            $"{Words("title", 10_000, 'A')} || {Words("coalesce(abstract, '')", 100_000, 'B')}", stored: true);

        // The day is in them so that the newest papers with a frequent word are found without looking at all that have it.
        paper.HasIndex(p => new { p.Search, p.PublishedOrder }).HasMethod("gin");
        paper.HasIndex(p => new { p.TitleSearch, p.PublishedOrder }).HasMethod("gin");

        // The orders in which papers are listed; an index is read from either end.
        paper.Property(p => p.PublishedOrder).HasComputedColumnSql("coalesce(published_on, '-infinity'::date)", stored: true);
        paper.Property(p => p.ListedOrder).HasComputedColumnSql("coalesce(listed_on, '-infinity'::date)", stored: true);
        paper.Property(p => p.UpvoteOrder).HasComputedColumnSql("coalesce(upvote_count, -1)", stored: true);
        paper.Property(p => p.CommentOrder).HasComputedColumnSql("coalesce(comment_count, -1)", stored: true);
        // As much of a title as an entry of an index has room for.
        paper.Property(p => p.TitleOrder).HasComputedColumnSql("lower(left(title, 300))", stored: true).UseCollation("C");
        paper.HasIndex(p => new { p.TitleOrder, p.Id });
        paper.HasIndex(p => new { p.ImportedAt, p.Id });
        paper.HasIndex(p => new { p.PublishedOrder, p.Id });
        paper.HasIndex(p => new { p.ListedOrder, p.Id });
        paper.HasIndex(p => new { p.UpvoteOrder, p.Id });
        paper.HasIndex(p => new { p.CommentOrder, p.Id });
    }

    private static string Words(string text, int characters, char weight) =>
        $"setweight(to_tsvector('papergraph', search_text(left({text}, {characters}))), '{weight}')";
}
