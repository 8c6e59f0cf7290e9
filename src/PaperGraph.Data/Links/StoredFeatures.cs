using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Links;

/// <summary>
/// All that a paper is compared by: its words with their strengths, and what else it may share. Made once of its text and its concepts,
/// and as they were when papers were linked last, so that scores can be explained at any time. Those of a paper that is gone stay until
/// papers are linked again, since they tell in whose lists it is: so no foreign key leads to the paper.
/// </summary>
public sealed class StoredFeatures
{
    public long PaperId { get; init; }

    /// <summary>The version of the rules that made the features.</summary>
    public required string Version { get; set; }

    /// <summary>A digest of the text and the concepts that the features were made of.</summary>
    public long MadeOf { get; set; }

    public required byte[] Packed { get; set; }

    /// <summary>The ids in ascending order, each once.</summary>
    public required long[] ConceptIds { get; set; }

    /// <inheritdoc cref="ConceptIds"/>
    public required long[] OrganizationIds { get; set; }

    /// <inheritdoc cref="ConceptIds"/>
    public required long[] RepositoryIds { get; set; }
}

internal sealed class StoredFeaturesMapping : IEntityTypeConfiguration<StoredFeatures>
{
    public void Configure(EntityTypeBuilder<StoredFeatures> features)
    {
        features.ToTable(table => table.Holds("texts", "length(version) > 0 and length(packed) > 0"));
        features.HasKey(f => f.PaperId);
        features.Property(f => f.PaperId).ValueGeneratedNever();
    }
}
