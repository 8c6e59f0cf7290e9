using PaperGraph.Model;

namespace PaperGraph.Concepts.Linking;

/// <summary>What links are made of. Ids are the caller's.</summary>
/// <param name="Key">The paper's alone, whatever its id: of two that are equally related, it tells which comes first.</param>
/// <param name="Words">The words of the paper, from <see cref="PaperWords.From"/>.</param>
public sealed record LinkablePaper(
    long Id,
    string Key,
    IReadOnlyList<LinkableConcept> Concepts,
    IReadOnlyList<WordCount> Words,
    IReadOnlyList<LinkableEntity> Organizations,
    IReadOnlyList<LinkableEntity> Repositories)
{
    /// <summary>
    /// The weights of phrases that no other paper has. They link nothing, but they are a part of what the paper is about: so a concept is
    /// as strong in the paper whether or not others have its phrases too.
    /// </summary>
    public IReadOnlyList<float> KeyphraseWeights { get; init; } = [];
}

/// <summary>A concept, an organization or a repository that papers may share.</summary>
/// <param name="Key">The key that tells it from all others of its kind, whatever its id.</param>
public readonly record struct LinkableEntity(long Id, string Key);

/// <param name="Weight">How much the paper is about it, from 0 to 1.</param>
/// <param name="Words">The words of its mentions in the paper, from <see cref="PaperWords.In"/>, which are not counted again where the
/// concept is shared.</param>
public readonly record struct LinkableConcept(LinkableEntity Target, ConceptKind Kind, float Weight, IReadOnlyList<string> Words);

/// <param name="Word">The word in lower case and singular.</param>
public readonly record struct WordCount(string Word, int Count);

/// <param name="Start">The offset in UTF-16 code units of the text.</param>
public readonly record struct WordSpan(string Word, int Start, int Length);

/// <summary>The papers related to one, the best first.</summary>
/// <param name="Levels">
/// The level of all papers, then of each of the paper's features, in their order, the level by which it weighs: at most 2 to this power
/// papers had it; 0 where it was not read. Kept beside the scores, for <see cref="LinkExplanation"/> to tell what they were made of.
/// </param>
public sealed record PaperLinks(long PaperId, IReadOnlyList<RelatedPaper> Related, byte[] Levels)
{
    internal static PaperLinks From(LinkRanking ranking, LinkSearch search, IReadOnlyList<long> ids)
    {
        var (paper, depth) = (ranking.Paper, search.Depth(ranking.Paper));
        return new PaperLinks(
            ids[paper],
            [.. ranking.Ranked().Select(other => new RelatedPaper(
                ids[other.Paper], LinkScore.ToSingle(other.Score), () => search.FindReasons(paper, depth, other.Paper)))],
            search.Levels(paper));
    }
}

/// <param name="explain">Computes the reasons.</param>
public sealed class RelatedPaper(long paperId, float score, Func<IReadOnlyList<LinkReason>> explain)
{
    public long PaperId => paperId;

    /// <summary>The sum of the reasons' weights, exactly: all are multiples of 2⁻²⁰.</summary>
    public float Score => score;

    /// <summary>Heaviest first; worked out each time they are asked for.</summary>
    public IReadOnlyList<LinkReason> Reasons => explain();
}

/// <summary>One thing that two papers share, and what it adds to the score.</summary>
/// <param name="TargetId">The concept's, organization's or repository's id; null for words.</param>
/// <param name="Words">The shared words that weigh most, for <see cref="ReasonKind.Words"/>; else empty.</param>
public sealed record LinkReason(ReasonKind Kind, long? TargetId, IReadOnlyList<string> Words, float Weight);
