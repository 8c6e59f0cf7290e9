using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Search;

/// <summary>
/// A name as people type it, from its first word or from a later one on. The rows follow from the names of concepts, topics,
/// organizations, repositories and authors, and triggers on their tables keep them so (<see cref="SearchNamesSql"/>). Papers are found
/// by their titles instead.
/// </summary>
public sealed class SearchName
{
    public NodeKind Kind { get; init; }

    /// <summary>The id of what has the name.</summary>
    public long TargetId { get; init; }

    /// <summary>The name from some word on, as <c>search_key</c> makes it: without case, accents and punctuation.</summary>
    public required string Key { get; init; }

    /// <summary>The name as it is stored.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the key begins with the first word of the name.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// The step of <c>search_popularity</c> that the number of papers has reached, or of a concept's other names how often they are
    /// written: so few rows change when papers are added.
    /// </summary>
    public short Popularity { get; init; }
}

internal sealed class SearchNameMapping : IEntityTypeConfiguration<SearchName>
{
    /// <summary>Characters of a key; nobody types more of a name.</summary>
    public const int MaxKey = 120;

    public void Configure(EntityTypeBuilder<SearchName> name)
    {
        name.ToTable(table =>
        {
            table.HasNames<SearchName, NodeKind>("kind");
            table.Holds("texts", $"length(key) between 1 and {MaxKey} and length(name) > 0");
        });
        name.HasKey(n => new { n.Kind, n.TargetId, n.Key });
        name.Property(n => n.Kind).IsStoredByName();
        name.Property(n => n.Key).UseCollation("C");
        // What begins with some letters, and the best known of it.
        name.HasIndex(n => n.Key);
        name.HasIndex(n => new { n.Kind, n.Popularity, n.Key });
        // What is spelt much alike. New names wait in a list to be put in together, which takes a fortieth of the time; the list is read by
        // every search for such names, and so whoever has written many puts it in (SearchIndexes).
        name.HasIndex(n => n.Key, "trigrams").HasDatabaseName("ix_search_names_key_trigrams")
            .HasMethod("gin").HasOperators("gin_trgm_ops").HasFilter("is_whole");
    }
}
