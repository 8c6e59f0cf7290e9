using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Fits the few weights that rank related papers: of a small grid, those with the greatest mean average precision. The rest of
/// <see cref="LinkOptions"/> is about large collections, of which the data say nothing.
/// </summary>
internal sealed class LinkTraining
{
    private const int Folds = 5;

    /// <summary>Only the relation of both weights is fitted.</summary>
    private const float SumOfWeights = 2;

    private static readonly LinkOptions[] Grid =
    [
        .. from wordShare in new[] { 0.4f, 0.5f, 0.6f, 0.7f, 0.8f }
           from wordPower in new[] { 1.5f, 2, 2.5f, 3 }
           from conceptPower in new[] { 1f, 2 }
           select new LinkOptions
           {
               WordWeight = SumOfWeights * wordShare,
               ConceptWeight = SumOfWeights - SumOfWeights * wordShare,
               WordPower = wordPower,
               ConceptPower = conceptPower,
           },
    ];

    private readonly Dictionary<LinkOptions, double[]> precisions;

    public LinkTraining(RelatedPapers papers) => precisions = Grid.ToDictionary(options => options, papers.AveragePrecisions);

    public LinkOptions Best() => Best(_ => true);

    /// <summary>Mean average precision, 0 to 100, where each fifth of the papers is ranked by what fits the other four best.</summary>
    public double CrossValidated()
    {
        var best = Enumerable.Range(0, Folds).Select(fold => precisions[Best(query => query % Folds != fold)]).ToList();
        return best[0].Select((_, query) => best[query % Folds][query]).Average();
    }

    private LinkOptions Best(Func<int, bool> learnsFrom) =>
        Grid.MaxBy(options => precisions[options].Where((_, query) => learnsFrom(query)).Average())!;
}
