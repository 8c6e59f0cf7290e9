using PaperGraph.Model;
using PaperGraph.Model.Results;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Results;

/// <summary>A result of a paper with all that its listings state of it.</summary>
/// <param name="Source">The best of the sources that state it.</param>
internal sealed record MergedResult(StatedResult Stated, ResultKey Key, string Source)
{
    public double? Measure { get; } = PrintedNumber.Parse(Stated.Value);

    public (MetricDirection Direction, MetricDirectionBasis Basis) Better { get; } = MetricName.DirectionOf(Key.Metric);

    public double Goodness => Measure is not { } measure ? double.NegativeInfinity
        : Better.Direction == MetricDirection.LowerIsBetter ? -measure + 0.0 : measure;

    /// <summary>
    /// Makes one result of all that say the same of the same model: a table is often given twice, once below a task and once below another.
    /// Two values of one model stay two, since tables list a model with several settings under one name.
    /// </summary>
    /// <param name="results">The most believed first, in an order that does not depend on when they came.</param>
    public static IReadOnlyList<MergedResult> Merge(IEnumerable<(StatedResult Result, string Source)> results)
    {
        var merged = new Dictionary<ResultKey, MergedResult>();
        var order = new List<ResultKey>();
        foreach (var (result, source) in results)
        {
            var key = ResultKey.Create(result);
            if (!merged.TryGetValue(key, out var known))
            {
                merged.Add(key, new MergedResult(result, key, source));
                order.Add(key);
                continue;
            }
            merged[key] = known with
            {
                Stated = known.Stated with
                {
                    UsesAdditionalData = known.Stated.UsesAdditionalData ?? result.UsesAdditionalData,
                    CodeUrl = known.Stated.CodeUrl ?? result.CodeUrl,
                    TableUrl = known.Stated.TableUrl ?? result.TableUrl,
                },
            };
        }
        return [.. order.Select(key => merged[key])];
    }
}

/// <summary>What tells a result of a paper from its others: names as <see cref="NameKey"/> has them, and the value as printed.</summary>
/// <param name="Model">As printed; empty where there is none.</param>
internal sealed record ResultKey(string Task, string Dataset, string Metric, string Model, string Value)
{
    public static ResultKey Create(StatedResult result) => new(
        NameKey.Create(result.Task), NameKey.Create(result.Dataset), NameKey.Create(result.Metric), result.Model ?? "", result.Value);
}
