namespace PaperGraph.Concepts.Linking;

/// <summary>How papers are compared. The shares of the score are set by hand.</summary>
public sealed record LinkOptions
{
    /// <summary>Related papers kept a paper.</summary>
    public int MostRelated { get; init; } = 50;

    /// <summary>Papers that are compared in full, chosen by their rarest shared words and concepts.</summary>
    public int Candidates { get; init; } = 200;

    /// <summary>Entries of the inverted index read for one paper, the rarest features first.</summary>
    public int PostingBudget { get; init; } = 20_000;

    /// <summary>Words kept of a paper, the most telling ones.</summary>
    public int WordsAPaper { get; init; } = 48;

    /// <summary>Below this a paper is not related.</summary>
    public float LeastScore { get; init; } = 0.03f;

    public float Bm25Share { get; init; } = 0.25f;

    public float CosineShare { get; init; } = 0.25f;

    public float ConceptShare { get; init; } = 0.5f;

    /// <summary>What one shared repository adds at most.</summary>
    public float RepositoryWeight { get; init; } = 0.3f;

    /// <summary>What one shared organization adds at most.</summary>
    public float OrganizationWeight { get; init; } = 0.04f;

    /// <summary>A concept that this many papers share counts half of what its idf says; ten times as many, a tenth.</summary>
    public float HalfWorth { get; init; } = 300;
}
