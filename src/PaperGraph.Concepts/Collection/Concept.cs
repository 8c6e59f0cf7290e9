using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>One node of the graph: everything that goes by any of its names.</summary>
/// <param name="Key">Identity within the collection: the key of its vocabulary entry or of its most widespread name.</param>
/// <param name="Slug">The slug: letters in lower case, digits and hyphens; unique in the collection.</param>
/// <param name="PaperCount">The number of papers that name it.</param>
/// <param name="Specificity">From nearly 0 for what all papers name to 1 for what one paper names, rounded as <see cref="Quantization"/>
/// says.</param>
/// <param name="Names">Most frequent first, with names that the vocabulary knows and no paper uses at the end.</param>
/// <param name="Topics">The slugs of its topics, see <see cref="Topics.TopicTree"/>.</param>
public sealed record Concept(
    string Key,
    string Slug,
    string Name,
    ConceptKind Kind,
    int PaperCount,
    float Specificity,
    IReadOnlyList<ConceptName> Names,
    IReadOnlyList<string> Topics);

/// <param name="Name">The name as it is written.</param>
/// <param name="Key">The name as <see cref="ConceptKey"/> compares it.</param>
public sealed record ConceptName(string Name, string Key, int MentionCount, ConceptNameOrigin Origin);

/// <summary>What became of one paper's names.</summary>
/// <param name="Names">What each name means, by the key of the mention; a key that is missing stays unresolved.</param>
/// <param name="Concepts">The paper's concepts, the heaviest first.</param>
/// <param name="Topics">The paper's topics, the highest score first; keyphrases tell of them too.</param>
/// <param name="Keyphrases">The paper's keyphrases, the heaviest first. Their mentions are of no concept.</param>
public sealed record ResolvedPaper(
    long PaperId,
    IReadOnlyDictionary<string, ResolvedName> Names,
    IReadOnlyList<WeightedConcept> Concepts,
    IReadOnlyList<ScoredTopic> Topics,
    IReadOnlyList<Keyphrase> Keyphrases);

/// <param name="Confidence">How sure it is that the name means the concept, from 0 to 1.</param>
public readonly record struct ResolvedName(string ConceptKey, MentionResolution ResolvedBy, float Confidence);

/// <param name="Weight">How much the paper is about the concept, from 0 to 1.</param>
public readonly record struct WeightedConcept(string ConceptKey, float Weight);

/// <param name="Topic">The slug of the topic.</param>
/// <param name="Score">How much the paper is about the topic, from 0 to 1.</param>
public readonly record struct ScoredTopic(string Topic, float Score);

/// <summary>
/// A phrase that one paper alone has, and that is no name: it tells what the paper is about, and would be a node that leads nowhere. With a
/// second paper it becomes a concept.
/// </summary>
/// <param name="Key">The key, which no other keyphrase of the paper has.</param>
/// <param name="Weight">How much the paper is about it, from 0 to 1.</param>
/// <param name="MentionKeys">The keys of its mentions.</param>
public sealed record Keyphrase(string Key, string Phrase, float Weight, IReadOnlyList<string> MentionKeys);
