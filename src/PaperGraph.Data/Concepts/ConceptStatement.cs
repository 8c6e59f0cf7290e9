using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Topics;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// What a page states of a method or a dataset itself. It belongs to the concept that has one of its names, whichever of the two is there
/// first: nothing is stored of that.
/// </summary>
public sealed class ConceptStatement
{
    public long Id { get; init; }

    public long PageId { get; init; }

    /// <summary>The position on the page; the first is 1.</summary>
    public int Rank { get; init; }

    public ConceptKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>All its names as concepts' names are normalised.</summary>
    public required IReadOnlyList<string> Keys { get; set; }

    /// <summary>What the name is short for.</summary>
    public string? FullName { get; set; }

    public required IReadOnlyList<string> OtherNames { get; set; }

    public string? Description { get; set; }

    /// <summary>Its page at the source.</summary>
    public string? Url { get; set; }

    public string? HomepageUrl { get; set; }

    public int? IntroducedYear { get; set; }

    /// <summary>The title of the paper that introduces it.</summary>
    public string? PaperTitle { get; set; }

    /// <summary>What that paper is known by, the surest first, as <c>citation_ends</c> has its keys; empty where nobody knows.</summary>
    public required IReadOnlyList<string> PaperKeys { get; set; }
}

/// <summary>The topic that a source files a method under: a collection, below its area.</summary>
public sealed class ConceptStatementTopic
{
    public long ConceptStatementId { get; init; }

    public long TopicId { get; init; }
}

internal sealed class ConceptStatementMapping : IEntityTypeConfiguration<ConceptStatement>
{
    public void Configure(EntityTypeBuilder<ConceptStatement> statement)
    {
        statement.ToTable(table =>
        {
            table.HasNames<ConceptStatement, ConceptKind>("kind");
            table.Holds("texts", $"""
                rank > 0
                and length(name) between 1 and {TextLimits.Name}
                and length(full_name) between 1 and {TextLimits.Name}
                and length(description) > 0
                and octet_length(url) between 1 and {TextLimits.Url}
                and octet_length(homepage_url) between 1 and {TextLimits.Url}
                and length(paper_title) > 0
                and cardinality(keys) > 0
                """);
        });
        statement.Property(s => s.Id).UseIdentityAlwaysColumn();
        statement.Property(s => s.Kind).IsStoredByName();
        statement.HasIndex(s => new { s.PageId, s.Rank }).IsUnique();
        statement.HasIndex(s => s.Keys).HasMethod("gin");
        statement.HasOne<Page>().WithMany().HasForeignKey(s => s.PageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConceptStatementTopicMapping : IEntityTypeConfiguration<ConceptStatementTopic>
{
    public void Configure(EntityTypeBuilder<ConceptStatementTopic> edge)
    {
        edge.HasKey(e => new { e.ConceptStatementId, e.TopicId });
        edge.HasIndex(e => new { e.TopicId, e.ConceptStatementId });
        edge.HasOne<ConceptStatement>().WithMany().HasForeignKey(e => e.ConceptStatementId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Cascade);
    }
}
