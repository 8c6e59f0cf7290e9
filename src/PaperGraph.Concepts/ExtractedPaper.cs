using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>What the text of one paper names. A function of the text and the extractor's version alone.</summary>
/// <param name="Mentions">In the order of the text, title first. One may lie inside another: "diffusion model" in "video diffusion
/// model".</param>
/// <param name="Abbreviations">The short forms that the paper defines and the names that it coins, each once.</param>
public sealed record ExtractedPaper(IReadOnlyList<ExtractedMention> Mentions, IReadOnlyList<AbbreviationPair> Abbreviations);

/// <summary>One place in the text that names something.</summary>
/// <param name="Surface">The slice of the stored text from <paramref name="Start"/>, <paramref name="Length"/> code units long.</param>
/// <param name="Key">The surface's identity, see <see cref="ConceptKey"/>.</param>
/// <param name="Kind">The kind, which is the same for all mentions of a key in one paper.</param>
/// <param name="Score">0 to 1: how much the paper is about it; the same for all mentions of a key in one paper.</param>
public sealed record ExtractedMention(
    TextField Field, int Start, int Length, string Surface, string Key, ConceptKind Kind, float Score, ConceptNameOrigin Origin);

/// <summary>A short form and what the paper says it stands for; a name that the paper introduces as its own stands for itself.</summary>
public sealed record AbbreviationPair(string Short, string Long, string ShortKey, string LongKey)
{
    internal bool IsCoined => ShortKey == LongKey;
}
