using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Fits the few weights that rank related papers: of a small grid, those with the greatest mean average precision. The rest of
/// <see cref="LinkOptions"/> is about large collections, of which the data say nothing.
/// </summary>
/// <remarks>
/// The share of BM25 ends at 0.4 by hand: these data do not decide between little and all of it, but much ranks papers with the
/// same keywords worse.
/// </remarks>
internal sealed class LinkTraining
{
    private const int Folds = 5;

    /// <summary>Only the relation of both weights is fitted.</summary>
    private const float SumOfWeights = 2;

    private static readonly LinkOptions[] Grid =
    [
        .. from bm25Share in new[] { 0, 0.2f, 0.4f }
           from saturation in new[] { 1.2f, 2, 3 }
           from lengthNormalization in new[] { 0.3f, 0.75f }
           from wordShare in new[] { 0.5f, 0.6f, 0.7f }
           from wordPower in new[] { 2, 2.5f, 3 }
           from conceptPower in new[] { 1f, 2 }
           select new LinkOptions
           {
               Bm25Share = bm25Share,
               Saturation = saturation,
               LengthNormalization = lengthNormalization,
               WordWeight = SumOfWeights * wordShare,
               ConceptWeight = SumOfWeights - SumOfWeights * wordShare,
               WordPower = wordPower,
               ConceptPower = conceptPower,
           },
    ];

    private readonly Dictionary<LinkOptions, double[]> precisions;

    public LinkTraining(RelatedPapers papers) => precisions = Grid.AsParallel()
        .Select(options => (Options: options, Precisions: papers.AveragePrecisions(options)))
        .ToDictionary(fit => fit.Options, fit => fit.Precisions);

    public LinkOptions Best() => Best(_ => true);

    /// <summary>The average precision, 0 to 100, of each query, where each fifth of them is ranked by what fits the other four best.</summary>
    public double[] CrossValidated()
    {
        var best = Enumerable.Range(0, Folds).Select(fold => precisions[Best(query => query % Folds != fold)]).ToList();
        return [.. best[0].Select((_, query) => best[query % Folds][query])];
    }

    private LinkOptions Best(Func<int, bool> learnsFrom) =>
        Grid.MaxBy(options => precisions[options].Where((_, query) => learnsFrom(query)).Average())!;
}
