namespace PaperGraph.Benchmarks.Comparison;

/// <summary>What a round of load saw.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="Median">Of the time to an answer, in milliseconds.</param>
/// <param name="Percentile99">Within which 99 of 100 answers came, in milliseconds.</param>
internal sealed record LoadFigures(long Answers, double Seconds, double Median, double Percentile99);

/// <summary>Posts bodies in turn over a number of connections, each the next as soon as it has its answer.</summary>
internal interface ILoad
{
    /// <summary>Who makes the load, for the table.</summary>
    string Name { get; }

    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    Task<LoadFigures> RunAsync(
        Uri address, IReadOnlyList<byte[]> bodies, int connections, TimeSpan duration, CancellationToken cancellationToken);
}
