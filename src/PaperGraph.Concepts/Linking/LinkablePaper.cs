namespace PaperGraph.Concepts.Linking;

/// <summary>What links are made of. Ids are the caller's.</summary>
/// <param name="Words">See <see cref="PaperWords.Of"/>.</param>
public sealed record LinkablePaper(
    long Id,
    IReadOnlyList<LinkableConcept> Concepts,
    IReadOnlyList<WordCount> Words,
    IReadOnlyList<long> Organizations,
    IReadOnlyList<long> Repositories);

/// <param name="Weight">0 to 1: how much the paper is about it.</param>
public readonly record struct LinkableConcept(long Id, ConceptKind Kind, float Weight);

/// <param name="Word">In lower case and singular.</param>
public readonly record struct WordCount(string Word, int Count);

/// <summary>The papers related to one, the best first.</summary>
public sealed record PaperLinks(long PaperId, IReadOnlyList<RelatedPaper> Related);

/// <param name="Score">The sum of the reasons' weights.</param>
/// <param name="Reasons">Heaviest first.</param>
public sealed record RelatedPaper(long PaperId, float Score, IReadOnlyList<LinkReason> Reasons);

/// <summary>One thing that two papers share, and what it adds to the score.</summary>
/// <param name="TargetId">The concept's, organization's or repository's id; null for words.</param>
/// <param name="ConceptKind">Of a concept, else null.</param>
/// <param name="Words">The shared words that weigh most, for <see cref="LinkReasonKind.Words"/>; else empty.</param>
public sealed record LinkReason(LinkReasonKind Kind, long? TargetId, ConceptKind? ConceptKind, IReadOnlyList<string> Words, float Weight);

public enum LinkReasonKind
{
    Concept,
    Organization,
    Repository,
    Words,
}
