using PaperGraph.Data.Evidence;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// A span of a paper's text that names a concept. The extractor writes the span, its key and its kind; the stage that looks
/// at the whole collection decides on the concept. Until then, and where nothing decides, there is none.
/// </summary>
public sealed class Mention
{
    public long PaperId { get; init; }

    public TextField Field { get; init; }

    /// <inheritdoc cref="PaperEvidence.Start"/>
    public int Start { get; init; }

    /// <inheritdoc cref="PaperEvidence.Length"/>
    public int Length { get; init; }

    /// <summary>The words, exactly as they stand in the stored text.</summary>
    public required string Surface { get; set; }

    /// <summary>The normalised surface, by which mentions of several papers meet.</summary>
    public required string Key { get; set; }

    public ConceptKind Kind { get; set; }

    /// <summary>How much the paper is about what it names, from 0 to 1.</summary>
    public float Score { get; set; }

    public ConceptNameOrigin Origin { get; set; }

    public required string Extractor { get; set; }

    public required string Version { get; set; }

    public long? ConceptId { get; set; }

    public MentionResolution? ResolvedBy { get; set; }

    /// <summary>How sure it is that the mention means <see cref="ConceptId"/>, from 0 to 1.</summary>
    public float? Confidence { get; set; }
}
