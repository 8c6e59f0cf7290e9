using System.Collections.Frozen;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Topics;

/// <param name="Slug">The slug, which no other topic has.</param>
/// <param name="Parent">Slug of the topic above, or null.</param>
/// <param name="Position">The position among the children of the parent; the first is 1.</param>
public sealed record Topic(string Slug, string Name, string? Parent, int Position);

/// <summary>The areas that papers belong to. Read from topics.tsv; concepts point to topics, papers inherit them.</summary>
public sealed class TopicTree
{
    internal const string FileName = "topics.tsv";

    private const int MaxTopics = 5;
    private const float MinScore = 0.1f;

    private readonly FrozenDictionary<string, string> topicsByCue;

    private TopicTree(IReadOnlyList<Topic> topics, Dictionary<string, string> cues)
    {
        Topics = topics;
        topicsByCue = cues.ToFrozenDictionary();
    }

    public static TopicTree Default { get; } = Load();

    /// <summary>All topics, parents before their children.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>The topic that the last telling words of a name point to, as "video generation"; empty where none do.</summary>
    public IReadOnlyList<string> ByCues(string name)
    {
        var forms = WordPart.Split(Tokenizer.Tokens(name)).ConvertAll(part => part.Form);
        for (var length = Math.Min(3, forms.Count); length > 0; length--)
            for (var end = forms.Count; end >= length; end--)
                if (topicsByCue.TryGetValue(string.Join(' ', forms[(end - length)..end]), out var topic)) return [topic];
        return [];
    }

    /// <summary>
    /// Topics of a paper: for each the weights of its concepts as independent pieces of evidence, 1 − Π(1 − weight · specificity),
    /// a concept of several topics sharing its weight among them.
    /// </summary>
    internal static IReadOnlyList<ScoredTopic> Score(IEnumerable<(Concept Concept, float Weight)> concepts)
    {
        var missing = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (concept, weight) in concepts.OrderBy(entry => entry.Concept.Key, StringComparer.Ordinal))
            foreach (var topic in concept.Topics)
                missing[topic] = missing.GetValueOrDefault(topic, 1)
                    * (1 - weight * (0.3 + 0.7 * concept.Specificity) / concept.Topics.Count);

        return [.. missing
            .Select(entry => new ScoredTopic(entry.Key, (float)Math.Round(1 - entry.Value, 4)))
            .Where(topic => topic.Score >= MinScore)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Topic, StringComparer.Ordinal)
            .Take(MaxTopics)];
    }

    private static TopicTree Load()
    {
        var topics = new List<Topic>();
        var cues = new Dictionary<string, string>();
        foreach (var row in ShippedData.Rows(FileName))
        {
            var parent = row[2].Length == 0 ? null : row[2];
            if (parent is not null && topics.TrueForAll(topic => topic.Slug != parent))
                throw new InvalidDataException($"{FileName}: {row[0]} stands before its parent {parent}, or {parent} is missing.");
            topics.Add(new Topic(row[0], row[1], parent, topics.Count(topic => topic.Parent == parent) + 1));
            foreach (var cue in TsvResource.List(row[3]))
                if (!cues.TryAdd(cue, row[0])) throw new InvalidDataException($"{FileName}: the cue {cue} stands twice.");
        }

        return new TopicTree(topics, cues);
    }
}
