using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

internal sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention)
    {
        mention.ToTable(table =>
        {
            table.HasNames<Mention, TextField>("field");
            table.HasNames<Mention, ConceptKind>("kind");
            table.HasNames<Mention, ConceptNameOrigin>("origin");
            table.HasNames<Mention, MentionResolution>("resolved_by");
            table.Holds("span", "start >= 0 and length > 0");
            table.Holds("texts", "length(surface) > 0 and length(key) > 0 and length(extractor) > 0 and length(version) > 0");
            table.Holds("measures", "score between 0 and 1 and confidence between 0 and 1");
            table.Holds("resolved", "num_nulls(concept_id, resolved_by, confidence) in (0, 3)");
        });
        mention.HasKey(m => new { m.PaperId, m.Field, m.Start, m.Length });
        mention.Property(m => m.Field).IsStoredByName();
        mention.Property(m => m.Kind).IsStoredByName();
        mention.Property(m => m.Origin).IsStoredByName();
        mention.Property(m => m.ResolvedBy).IsStoredByName();
        mention.HasIndex(m => new { m.ConceptId, m.PaperId }).HasFilter("concept_id is not null");
        mention.HasOne<Paper>().WithMany().HasForeignKey(m => m.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
