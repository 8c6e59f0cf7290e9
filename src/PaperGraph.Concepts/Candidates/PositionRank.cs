using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How central a word is to a paper: PageRank over the words that stand near each other, biased to those that stand early and often
/// (C. Florescu and C. Caragea, "PositionRank", ACL 2017). Words are nouns and adjectives, by their forms.
/// </summary>
/// <param name="forms">The word forms of the paper.</param>
internal sealed class PositionRank(PaperWordCounts forms)
{
    private const float Damping = 0.85f;
    private const int Window = 10;
    private const int Rounds = 12;

    private readonly List<int> sequence = [];
    private readonly float[] bias = new float[forms.Forms];
    private int position;

    /// <summary>The paper's texts are added in their order, title first.</summary>
    public void Add(AnalyzedField field, PartOfSpeech[] tags)
    {
        var numbers = forms.GetNumbers(field);
        for (var i = 0; i < numbers.Length; i++)
        {
            position++;
            var tag = tags[field.Parts[i].Token];
            if (tag is not (PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Gerund or PartOfSpeech.Participle)) continue;
            bias[numbers[i]] += 1f / position;
            sequence.Add(numbers[i]);
        }
    }

    /// <summary>For each form, by its number, its share of the paper's total of 1.</summary>
    public float[] Scores()
    {
        var start = Normal(bias);
        var degree = new float[start.Length];
        for (var i = 0; i < sequence.Count; i++)
            degree[sequence[i]] += Math.Min(i, Window - 1) + Math.Min(sequence.Count - 1 - i, Window - 1);

        var rank = start.ToArray();
        var share = new float[start.Length];
        var next = new float[start.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var form = 0; form < share.Length; form++) share[form] = degree[form] > 0 ? rank[form] / degree[form] : 0;
            Spread(share, next);
            for (var form = 0; form < rank.Length; form++) rank[form] = (1 - Damping) * start[form] + Damping * next[form];
        }

        return rank;
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
