namespace PaperGraph.Data.Concepts;

/// <summary>A concept of the whole collection; see <see cref="Concept"/>.</summary>
/// <param name="Slug">Unlike that of all others given along with it.</param>
/// <param name="Names">Each spelling once.</param>
/// <param name="Topics">Slugs of stored topics.</param>
public sealed record ConceptRow(
    string Key,
    string Slug,
    string Name,
    ConceptKind Kind,
    float Specificity,
    IReadOnlyList<ConceptNameRow> Names,
    IReadOnlyList<string> Topics);

/// <summary>See <see cref="ConceptName"/>.</summary>
public sealed record ConceptNameRow(string Name, string Key, int MentionCount, NameOrigin Origin);

/// <summary>What the names in one paper mean, and what the paper is about.</summary>
/// <param name="Names">By the key of the mentions; mentions of other keys stay without a concept.</param>
/// <param name="Topics">By their slugs.</param>
public sealed record ResolvedPaper(
    long PaperId,
    IReadOnlyList<ResolvedName> Names,
    IReadOnlyList<(long ConceptId, float Weight)> Concepts,
    IReadOnlyList<(string Topic, float Score)> Topics);

/// <param name="Key">The key of the mentions.</param>
public readonly record struct ResolvedName(string Key, long ConceptId, MentionResolution ResolvedBy, float Confidence);
