using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>The kinds of keys that lead to papers.</summary>
public enum PaperKeyKind
{
    /// <summary>An arXiv id as <see cref="Model.ArxivIds.ToKey"/> writes it.</summary>
    Arxiv,

    /// <summary>In lower case. Those that arXiv registers are not kept: they are the arXiv id.</summary>
    Doi,

    OpenAlex,

    SemanticScholar,

    /// <summary>A title as <see cref="Model.TitleKey"/> compares it.</summary>
    Title,

    /// <summary>The slug of the paper, or one of a paper that was merged into it.</summary>
    Slug,

    /// <summary>As <see cref="CatalogueIdKind"/> has it, of a paper that alone has the id; so are those that follow.</summary>
    Mag,

    Pmid,

    Pmcid,

    Acl,

    Dblp,
}

/// <summary>
/// A key that leads to a paper. A paper has many, and one that several papers share leads to the one that it means where nothing else
/// is known: what <see cref="PaperIdentity"/> says of a listing that states this key alone.
/// </summary>
public sealed class PaperKey
{
    public PaperKeyKind Kind { get; init; }

    public required string Key { get; init; }

    public long PaperId { get; set; }
}

internal sealed class PaperKeyMapping : IEntityTypeConfiguration<PaperKey>
{
    public void Configure(EntityTypeBuilder<PaperKey> key)
    {
        key.ToTable(table =>
        {
            table.HasNames<PaperKey, PaperKeyKind>("kind");
            table.Holds("key", $"length(key) between 1 and {TextLimits.Name}");
        });
        key.HasKey(k => new { k.Kind, k.Key });
        key.Property(k => k.Kind).IsStoredByName();
        key.HasIndex(k => k.PaperId);
        key.HasOne<Paper>().WithMany().HasForeignKey(k => k.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
