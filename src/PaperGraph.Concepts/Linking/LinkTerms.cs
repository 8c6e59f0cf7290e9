namespace PaperGraph.Concepts.Linking;

/// <summary>The terms of which scores are made.</summary>
internal sealed class LinkTerms(FeatureTable table, FeatureWorth worth, LinkOptions options)
{
    private readonly int leastReason = Math.Max(1, LinkScore.Of(options.LeastReason));
    private readonly int mostBesides = LinkScore.Of(options.MostByWords);

    /// <summary>What a shared feature adds for a paper that has it with this strength; 0 for less than is told.</summary>
    public int Of(int feature, ushort strength, ushort other) =>
        LinkScore.Term(LinkScore.Weight(worth[feature], strength), other) is var term && term >= Least(feature) ? term : 0;

    /// <summary>All words together are one reason, whatever each adds.</summary>
    public int Least(int feature) => table.IsWord(feature) ? 1 : leastReason;

    /// <summary>
    /// What shared words add together: at most a share of what else is shared, and beyond it something by all of them but the
    /// heaviest. So one word that both papers happen to use relates nobody. Never more than the words' own sum.
    /// </summary>
    /// <param name="targets">The sum of what concepts, organizations and repositories add.</param>
    /// <param name="words">The sum of the words' terms.</param>
    /// <param name="heaviest">The greatest of these.</param>
    public int OfWords(int targets, int words, int heaviest) =>
        (int)Math.Min(words, (double)targets * options.WordShare + Math.Min(mostBesides, words - heaviest));
}
