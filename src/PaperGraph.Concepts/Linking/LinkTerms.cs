namespace PaperGraph.Concepts.Linking;

/// <summary>The terms of which scores are made.</summary>
internal sealed class LinkTerms(FeatureTable table, LinkWeights weights, LinkOptions options)
{
    private readonly int minReason = Math.Max(1, LinkScore.FromSingle(options.MinReason));
    private readonly int maxByWords = LinkScore.FromSingle(options.MaxByWords);
    private readonly int maxByOneWord = LinkScore.FromSingle(options.MaxByOneWord);
    private readonly int minSpecific = LinkScore.FromSingle(options.MinSpecific);
    private readonly int minAlone = LinkScore.FromSingle(options.MinAlone);
    private readonly int minBeside = LinkScore.FromSingle(options.MinBeside);

    /// <summary>Whether what two papers share says enough of what both are about, whatever their score.</summary>
    public bool Relate(SharedFeatures shared) =>
        shared.Specific >= minSpecific && (shared.Specific >= minAlone || shared.Beside >= minBeside);

    /// <summary>What a shared feature adds for a paper that has it with this strength; 0 for less than is told.</summary>
    public int Compute(int feature, ushort strength, ushort other) =>
        LinkScore.Term(LinkScore.Weight(weights[feature], strength), other) is var term && term >= Min(feature) ? term : 0;

    /// <summary>All words together are one reason, whatever each adds.</summary>
    public int Min(int feature) => table.IsWord(feature) ? 1 : minReason;

    /// <summary>
    /// What shared words add together: at most a share of what else is shared, and something beyond it, of which one word that both
    /// papers happen to use is a part at most. Never more than the words' own sum.
    /// </summary>
    /// <param name="targets">The sum of what concepts, organizations and repositories add.</param>
    /// <param name="words">The sum of the words' terms.</param>
    /// <param name="heaviest">The greatest term of a word.</param>
    public int ComputeWords(int targets, int words, int heaviest) =>
        (int)Math.Min(words, (double)targets * options.WordShare + Math.Min(maxByWords, words - Math.Max(0, heaviest - maxByOneWord)));
}
