using System.Collections.Frozen;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// What the text itself calls a name: a "reward model" is a model, "the FrobQA benchmark" a dataset. What follows is said of coined names
/// alone: "video generation" is no model in "a video generation model".
/// </summary>
internal static class KindByHead
{
    private static readonly FrozenDictionary<string, ConceptKind> Heads = new (ConceptKind Kind, string Words)[]
    {
        (ConceptKind.Dataset, "dataset corpus benchmark leaderboard testbed treebank"),
        (ConceptKind.Model, "model network transformer llm vlm mllm checkpoint backbone"),
        (ConceptKind.Method, "algorithm method framework approach optimizer loss technique strategy"),
        (ConceptKind.Metric, "metric score"),
        (ConceptKind.Task, "task challenge"),
    }.SelectMany(head => head.Words.Split(' '), (head, word) => (word, head.Kind)).ToFrozenDictionary(head => head.word, head => head.Kind);

    /// <param name="first">Index of the name's first token.</param>
    /// <param name="last">Index of its last token.</param>
    /// <returns>By its last word or the one behind it, or null.</returns>
    public static ConceptKind? Of(AnalyzedField field, int first, int last)
    {
        if (last > first && Heads.TryGetValue(field.Tokens[last].Word.Form, out var kind)) return kind;
        if (last > first || last + 1 == field.Tokens.Count || !field.Tokens[last].Word.Traits.Shape.HasFlag(WordShape.Coined)) return null;
        return Heads.TryGetValue(field.Tokens[last + 1].Word.Form, out kind) ? kind : null;
    }
}
