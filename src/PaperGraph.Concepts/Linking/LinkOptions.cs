namespace PaperGraph.Concepts.Linking;

/// <summary>
/// How papers are compared. The command <c>train</c> of Concepts.Training prints the fitted options anew; the others are set by hand.
/// </summary>
public sealed record LinkOptions
{
    /// <summary>How many related papers are kept for a paper at most.</summary>
    public int MaxRelated { get; init; } = 50;

    /// <summary>A paper with a lower score is not related.</summary>
    public float MinScore { get; init; } = 0.07f;

    /// <summary>
    /// A paper is not related either where specific things add up to less than this: general concepts, such as "Neural Network", and the
    /// heaviest word are left out of the sum, because they rank papers and relate none by themselves.
    /// </summary>
    public float MinSpecific { get; init; } = 0.05f;

    /// <summary>
    /// With less than this of it, a paper is related only where one thing is not all that says so: <see cref="MinBeside"/> has to come from
    /// others. Sharing one concept that neither paper is much about relates nobody.
    /// </summary>
    public float MinAlone { get; init; } = 0.08f;

    /// <summary>The part of the score that has to come from others, as <see cref="MinAlone"/> says.</summary>
    public float MinBeside { get; init; } = 0.015f;

    /// <summary>A shared concept, organization or repository that adds less than this adds nothing.</summary>
    public float MinReason { get; init; } = 0.005f;

    /// <summary>Entries of the inverted index read for one paper, the rarest features first.</summary>
    public int PostingBudget { get; init; } = 30_000;

    /// <summary>Words that a paper is compared by, the most telling ones.</summary>
    public int MaxWords { get; init; } = 64;

    /// <summary>How soon a word says no more by being used again: k₁ of BM25. Fitted.</summary>
    public float Saturation { get; init; } = 2;

    /// <summary>0 to 1: how much less a word says in a long text, b of BM25. Fitted.</summary>
    public float LengthNormalization { get; init; } = 0.3f;

    /// <summary>0 to 1: which part of a word's strength is as BM25 has it, the rest being as the cosine of TF-IDF has it. Fitted.</summary>
    public float Bm25Share { get; init; } = 0.2f;

    /// <summary>
    /// What words add at most to the score of a paper of common length with itself. Fitted, given the sum of both weights.
    /// </summary>
    public float WordWeight { get; init; } = 1.15f;

    /// <summary>
    /// What concepts add at most to the score of a paper of common length with itself, without the words that they cover.
    /// </summary>
    public float ConceptWeight { get; init; } = 0.85f;

    /// <summary>0 to 1: what words add to a score for each that concepts, organizations and repositories add, at most.</summary>
    public float WordShare { get; init; } = 0.5f;

    /// <summary>What words add beyond that at most.</summary>
    public float MaxByWords { get; init; } = 0.1f;

    /// <summary>What one of them adds to that at most, be it as rare as it may.</summary>
    public float MaxByOneWord { get; init; } = 0.04f;

    /// <summary>The power of idf in what a shared word adds. Fitted.</summary>
    public float WordPower { get; init; } = 2.5f;

    /// <summary>The power of rarity in what a shared concept adds. Fitted.</summary>
    public float ConceptPower { get; init; } = 1;

    /// <summary>0 to 1: what a general concept counts of what another one would. Fitted.</summary>
    public float GeneralShare { get; init; } = 0.5f;

    /// <summary>A concept that this many papers have counts half of what its rarity says; with ten times as many, a tenth.</summary>
    public float HalfWeight { get; init; } = 300;

    /// <summary>What one shared repository adds at most.</summary>
    public float RepositoryWeight { get; init; } = 0.3f;

    /// <summary>What one shared organization adds at most. Up to four papers of one are related by it alone.</summary>
    public float OrganizationWeight { get; init; } = 0.14f;
}
