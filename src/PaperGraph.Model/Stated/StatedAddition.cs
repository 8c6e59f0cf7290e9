namespace PaperGraph.Model.Stated;

/// <summary>
/// What a dataset of Semantic Scholar states of a paper beside its record, which stands in another dataset: its abstract, or that it cites
/// another paper.
/// </summary>
/// <param name="CorpusId">The paper's number in the corpus.</param>
public sealed record StatedAddition(long CorpusId)
{
    public string? Abstract { get; init; }

    /// <summary>The number of a paper that it cites.</summary>
    public long? CitedCorpusId { get; init; }
}
