using System.Collections.Frozen;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// What the text itself calls a name: a "reward model" is a model, "the FrobQA benchmark" a dataset. What follows is said of coined names
/// alone: "video generation" is no model in "a video generation model".
/// </summary>
internal static class KindByHead
{
    /// <summary>The kind that each head tells, by the form of the word.</summary>
    public static readonly FrozenDictionary<string, ConceptKind> Heads = new (ConceptKind Kind, string Words)[]
    {
        (ConceptKind.Dataset, "dataset corpus corpora benchmark leaderboard testbed treebank testset"),
        (ConceptKind.Model, "model network transformer llm vlm mllm lmm lm vla autoencoder vae encoder checkpoint backbone"),
        (ConceptKind.Method,
            "algorithm method framework approach optimizer loss technique strategy pipeline paradigm system agent library toolkit "
            + "mechanism module architecture scheme procedure methodology tool platform engine attack defense sampler scheduler solver "
            + "recipe workflow"),
        (ConceptKind.Metric, "metric score"),
        (ConceptKind.Task, "task challenge"),
    }.SelectMany(head => head.Words.Split(' '), (head, word) => (word, head.Kind)).ToFrozenDictionary(head => head.word, head => head.Kind);

    /// <param name="first">The index of the name's first token.</param>
    /// <param name="last">The index of the name's last token.</param>
    /// <returns>The kind that its last word or the word after it tells, or null.</returns>
    public static ConceptKind? Find(AnalyzedField field, int first, int last)
    {
        if (last > first && Heads.TryGetValue(field.Tokens[last].Word.Form, out var kind)) return kind;
        if (last > first || last + 1 == field.Tokens.Count || !field.Tokens[last].Word.Traits.Shape.HasFlag(WordShape.Coined)) return null;
        ConceptKind? told = null;
        for (var i = last + 1; i < field.Tokens.Count && Heads.TryGetValue(field.Tokens[i].Word.Form, out kind); i++) told = kind;
        return told;
    }
}
