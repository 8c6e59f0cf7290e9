using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Groups;

/// <summary>By what the papers with a field are counted.</summary>
public enum CoverageKind
{
    All,

    /// <summary>The latest day on which a paper was listed, or published where its page has no day.</summary>
    Day,

    /// <summary>When the paper's page was imported.</summary>
    Import,
}

/// <summary>How many papers have a field: in all, and at each moment, so that the latest is known when papers or fields go.</summary>
public sealed class CoverageCount
{
    /// <summary>The source whose pages state it; empty for all together, as they were merged.</summary>
    public required string Source { get; init; }

    /// <summary>The field's name in the schema, one of <see cref="CoverageSql.Fields"/>.</summary>
    public required string Field { get; init; }

    public CoverageKind Kind { get; init; }

    /// <summary>The beginning of the day, or the time of the import; <c>-infinity</c> for all.</summary>
    public DateTime At { get; init; }

    public int Papers { get; init; }
}

internal sealed class CoverageCountMapping : IEntityTypeConfiguration<CoverageCount>
{
    public void Configure(EntityTypeBuilder<CoverageCount> count)
    {
        count.ToTable(table => table.HasNames<CoverageCount, CoverageKind>("kind"));
        count.HasKey(c => new { c.Source, c.Field, c.Kind, c.At });
        count.Property(c => c.Source).UseCollation("C");
        count.Property(c => c.Field).UseCollation("C");
        count.Property(c => c.Kind).IsStoredByName().UseCollation("C");
        // Room for a row's next version beside it: no index changes then.
        count.HasStorageParameter("fillfactor", 80);
    }
}
