using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Listings;

internal sealed class PageMapping : IEntityTypeConfiguration<Page>
{
    public void Configure(EntityTypeBuilder<Page> page)
    {
        page.ToTable(table =>
        {
            table.Holds("texts", "length(source) > 0 and length(name) > 0");
            table.Holds("content_hash", "length(content_hash) = 32");
            table.Holds("inferred", "listed_on is not null or not listed_on_inferred");
            table.Holds("written", "(first_written_at is null) = (written_at is null) and first_written_at <= written_at");
        });
        page.Property(p => p.Id).UseIdentityAlwaysColumn();
        page.HasIndex(p => new { p.Source, p.ContentHash }).IsUnique();
        page.HasIndex(p => p.ListedOn);
    }
}
