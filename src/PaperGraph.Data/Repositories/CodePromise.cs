using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Repositories;

/// <summary>The sentence in which a paper says that its code will come.</summary>
public sealed class CodePromise
{
    public long PaperId { get; init; }

    public TextField Field { get; set; }

    /// <summary>In UTF-16 code units from the start of the field.</summary>
    public int Start { get; set; }

    /// <summary>The slice of the stored text.</summary>
    public required string Quote { get; set; }

    public required string Extractor { get; set; }

    public required string Version { get; set; }
}

internal sealed class CodePromiseMapping : IEntityTypeConfiguration<CodePromise>
{
    public void Configure(EntityTypeBuilder<CodePromise> promise)
    {
        promise.ToTable(table =>
        {
            table.HasNames<CodePromise, TextField>("field");
            table.Holds("quote", "start >= 0 and length(quote) > 0 and length(extractor) > 0 and length(version) > 0");
        });
        promise.HasKey(p => p.PaperId);
        promise.Property(p => p.PaperId).ValueGeneratedNever();
        promise.Property(p => p.Field).IsStoredByName();
        promise.HasOne<Paper>().WithMany().HasForeignKey(p => p.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
