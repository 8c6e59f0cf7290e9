using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A concept of the whole collection, to be stored as a <see cref="Concept"/>.</summary>
/// <param name="Slug">The slug, which no other concept given along with it has.</param>
/// <param name="PaperCount">The number of papers that have it among their <see cref="ResolvedPaper.Concepts"/>.</param>
/// <param name="Names">The spellings of its name, each once.</param>
/// <param name="Topics">The slugs of its topics, which have to be stored before.</param>
public sealed record ConceptRow(
    string Key,
    string Slug,
    string Name,
    ConceptKind Kind,
    int PaperCount,
    float Specificity,
    IReadOnlyList<ConceptNameRow> Names,
    IReadOnlyList<string> Topics)
{
    /// <summary>The digest of all that is stored of the concept.</summary>
    internal long DigestBy(RowDigest digest)
    {
        digest.Add(Key).Add(Slug).Add(Name).Add(Kind).Add(PaperCount).Add(Specificity);
        foreach (var name in Names) digest.Add(name.Name).Add(name.Key).Add(name.MentionCount).Add(name.Origin);
        digest.Add(Topics.Count);
        foreach (var topic in Topics) digest.Add(topic);
        return digest.Take();
    }
}

/// <summary>A spelling of a concept's name, to be stored as a <see cref="ConceptName"/>.</summary>
public sealed record ConceptNameRow(string Name, string Key, int MentionCount, ConceptNameOrigin Origin);

/// <summary>What the names in one paper mean, and what the paper is about.</summary>
/// <param name="MentionsDigest">The digest of the mentions whose names these are, see <see cref="PaperMentions.DigestBy"/>.</param>
/// <param name="Names">What each name means, by the key of the mentions; mentions of other keys stay without a concept.</param>
/// <param name="Topics">The paper's topics, by their slugs.</param>
/// <param name="Meanings">What is stored as <see cref="Resolution.Meanings"/>.</param>
public sealed record ResolvedPaper(
    long PaperId,
    long MentionsDigest,
    IReadOnlyList<ResolvedName> Names,
    IReadOnlyList<(long ConceptId, float Weight)> Concepts,
    IReadOnlyList<(string Topic, float Score)> Topics,
    IReadOnlyList<KeyphraseRow> Keyphrases,
    byte[]? Meanings)
{
    /// <summary>Computes a digest of all that is stored of the paper.</summary>
    internal long DigestBy(RowDigest digest)
    {
        digest.Add(MentionsDigest).Add(Names.Count);
        foreach (var name in Names) digest.Add(name.Key).Add(name.ConceptId).Add(name.ResolvedBy).Add(name.Confidence);
        digest.Add(Concepts.Count);
        foreach (var (concept, weight) in Concepts) digest.Add(concept).Add(weight);
        digest.Add(Topics.Count);
        foreach (var (topic, score) in Topics) digest.Add(topic).Add(score);
        foreach (var phrase in Keyphrases)
        {
            digest.Add(phrase.Key).Add(phrase.Phrase).Add(phrase.Weight).Add(phrase.MentionKeys.Count);
            foreach (var key in phrase.MentionKeys) digest.Add(key);
        }
        digest.Add(Meanings);
        return digest.Take();
    }

    /// <summary>Computes what is stored as <see cref="Resolution.Subject"/>.</summary>
    internal long SubjectBy(RowDigest digest)
    {
        digest.Add(MentionsDigest).Add(Names.Count);
        foreach (var name in Names) digest.Add(name.Key).Add(name.ConceptId);
        digest.Add(Concepts.Count);
        foreach (var (concept, weight) in Concepts) digest.Add(concept).Add(weight);
        foreach (var phrase in Keyphrases) digest.Add(phrase.Key).Add(phrase.Weight);
        return digest.Take();
    }
}

/// <param name="Key">The key that the paper's mentions of the name have.</param>
public readonly record struct ResolvedName(string Key, long ConceptId, MentionResolution ResolvedBy, float Confidence);

/// <summary>A phrase of one paper, to be stored as a <see cref="Keyphrase"/>.</summary>
public sealed record KeyphraseRow(string Key, string Phrase, float Weight, IReadOnlyList<string> MentionKeys);
