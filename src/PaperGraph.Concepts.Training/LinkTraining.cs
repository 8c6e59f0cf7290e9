using System.Globalization;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Fits the few weights that rank related papers, over several relations at once. The rest of <see cref="LinkOptions"/> is about
/// large collections, of which the data say nothing, or was seen to matter little.
/// </summary>
/// <remarks>
/// What options are worth for a relation is their mean average precision as a share of the best in the grid. Of options on a
/// plateau all neighbours are worth nearly as much: those are chosen whose worth, averaged with that of the neighbours, is the
/// greatest. The axes end by hand where words begin to be the first reason of more than one link in ten.
/// </remarks>
internal sealed class LinkTraining
{
    private const int Folds = 5;

    /// <summary>Only the relation of both weights is fitted.</summary>
    private const float SumOfWeights = 2;

    /// <summary>
    /// The values of each axis of the grid: share of words in the sum of weights, powers of words and of concepts, share of general
    /// concepts.
    /// </summary>
    private static readonly float[][] Axes = [[0.5f, 0.55f, 0.6f, 0.65f], [2, 2.5f, 3], [0.75f, 1, 1.5f], [0.25f, 0.5f, 1]];

    private static readonly int[][] Grid =
    [
        .. from words in Enumerable.Range(0, Axes[0].Length)
           from wordPower in Enumerable.Range(0, Axes[1].Length)
           from conceptPower in Enumerable.Range(0, Axes[2].Length)
           from general in Enumerable.Range(0, Axes[3].Length)
           select new[] { words, wordPower, conceptPower, general },
    ];

    private readonly IReadOnlyList<RelatednessJudgments> relations;

    /// <summary>The average precision of each query, by point of the grid and by relation.</summary>
    private readonly double[][][] precisions;

    public LinkTraining(IReadOnlyList<RelatednessJudgments> relations)
    {
        this.relations = relations;
        precisions =
        [
            .. Grid.AsParallel().AsOrdered()
                .Select(point => relations.Select(papers => papers.AveragePrecisions(Options(point))).ToArray()),
        ];
    }

    /// <summary>What fits best, and what its neighbours reach, as lines to print.</summary>
    public IReadOnlyList<string> Lines()
    {
        var best = Best((_, _) => true);
        return
        [
            "mean average precision: " + string.Join(", ", relations.Select(papers => papers.Relation)),
            Line(best),
            "its neighbours:",
            .. Neighbours(best).Where(point => point != best).Select(Line),
        ];
    }

    /// <summary>
    /// The average precision, 0 to 100, of each query of one relation, where each fifth of them is ranked by what fits the other
    /// four and the other relations best.
    /// </summary>
    public double[] CrossValidated(int relation)
    {
        var best = Enumerable.Range(0, Folds)
            .Select(fold => precisions[Best((other, query) => other != relation || query % Folds != fold)][relation]).ToList();
        return [.. best[0].Select((_, query) => best[query % Folds][query])];
    }

    private static LinkOptions Options(int[] point)
    {
        var share = Axes[0][point[0]];
        return new LinkOptions
        {
            WordWeight = SumOfWeights * share,
            ConceptWeight = SumOfWeights - SumOfWeights * share,
            WordPower = Axes[1][point[1]],
            ConceptPower = Axes[2][point[2]],
            GeneralShare = Axes[3][point[3]],
        };
    }

    private int Best(Func<int, int, bool> learnsFrom)
    {
        var means = precisions.Select(point => point.Select((relation, number) =>
            relation.Where((_, query) => learnsFrom(number, query)).Average()).ToArray()).ToArray();
        var most = relations.Select((_, number) => means.Max(point => point[number])).ToArray();
        var value = means.Select(point => point.Select((mean, number) => mean / most[number]).Average()).ToArray();
        return Enumerable.Range(0, Grid.Length).MaxBy(point => Neighbours(point).Average(near => value[near]));
    }

    /// <summary>The point itself and all that are one step from it along one axis.</summary>
    private static IEnumerable<int> Neighbours(int point) => Enumerable.Range(0, Grid.Length)
        .Where(other => Grid[point].Zip(Grid[other], (a, b) => Math.Abs(a - b)).Sum() <= 1);

    private string Line(int point)
    {
        var options = Options(Grid[point]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(" ", precisions[point].Select(relation => relation.Average().ToString("f1", CultureInfo.InvariantCulture)))}  "
            + $"{nameof(options.WordWeight)} {options.WordWeight:f1}, {nameof(options.ConceptWeight)} {options.ConceptWeight:f1}, "
            + $"{nameof(options.WordPower)} {options.WordPower:f1}, {nameof(options.ConceptPower)} {options.ConceptPower:f2}, "
            + $"{nameof(options.GeneralShare)} {options.GeneralShare:f2}");
    }
}
