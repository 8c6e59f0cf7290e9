using System.Runtime.InteropServices;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How central a word is to a paper: PageRank over the words that stand near each other, biased to those that stand early and often
/// (C. Florescu and C. Caragea, "PositionRank", ACL 2017). Words are nouns and adjectives, by the hashes of their forms.
/// </summary>
internal sealed class PositionRank
{
    private const float Damping = 0.85f;
    private const int Window = 10;
    private const int Rounds = 12;

    private readonly Dictionary<uint, int> nodes = [];
    private readonly List<int> sequence = [];
    private readonly List<float> bias = [];
    private int position;

    /// <summary>The paper's texts are added in their order, title first.</summary>
    public void Add(AnalyzedField field, PartOfSpeech[] tags)
    {
        foreach (var part in field.Parts)
        {
            position++;
            if (tags[part.Token] is not (PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Gerund or PartOfSpeech.Participle)) continue;
            ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, part.Hash, out var isKnown);
            if (!isKnown)
            {
                node = bias.Count;
                bias.Add(0);
            }

            bias[node] += 1f / position;
            sequence.Add(node);
        }
    }

    /// <summary>For each word its share of the paper's total of 1.</summary>
    public Dictionary<uint, float> Scores()
    {
        var start = Normal(bias.ToArray());
        var degree = new float[start.Length];
        for (var i = 0; i < sequence.Count; i++)
            degree[sequence[i]] += Math.Min(i, Window - 1) + Math.Min(sequence.Count - 1 - i, Window - 1);

        var rank = start.ToArray();
        var share = new float[start.Length];
        var next = new float[start.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var node = 0; node < share.Length; node++) share[node] = degree[node] > 0 ? rank[node] / degree[node] : 0;
            Spread(share, next);
            for (var node = 0; node < rank.Length; node++) rank[node] = (1 - Damping) * start[node] + Damping * next[node];
        }

        var scores = new Dictionary<uint, float>(nodes.Count);
        foreach (var (word, node) in nodes) scores[word] = rank[node];
        return scores;
    }

    /// <summary>To each word the shares of those around it, by a sum that moves along the text.</summary>
    private void Spread(float[] share, float[] next)
    {
        Array.Clear(next);
        var around = 0f;
        for (var i = 0; i < Math.Min(Window - 1, sequence.Count); i++) around += share[sequence[i]];
        for (var i = 0; i < sequence.Count; i++)
        {
            if (i + Window - 1 < sequence.Count) around += share[sequence[i + Window - 1]];
            if (i >= Window) around -= share[sequence[i - Window]];
            next[sequence[i]] += around - share[sequence[i]];
        }
    }

    private static float[] Normal(float[] values)
    {
        var sum = values.Sum();
        if (sum > 0)
            for (var i = 0; i < values.Length; i++) values[i] /= sum;
        return values;
    }
}
