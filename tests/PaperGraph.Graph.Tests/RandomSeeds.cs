using System.Globalization;

namespace PaperGraph.Graph.Tests;

/// <summary>
/// Random seeds of what a test generates. A failure names its seed first, so that it can be run again: with the variable
/// PAPERGRAPH_TEST_SEED tests generate from that seed alone.
/// </summary>
internal static class RandomSeeds
{
    private const string Variable = "PAPERGRAPH_TEST_SEED";

    public static async Task CheckAsync(int count, Func<int, Task> check)
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var seeds = string.IsNullOrEmpty(given)
            ? Enumerable.Range(0, count).Select(_ => Random.Shared.Next())
            : [int.Parse(given, CultureInfo.InvariantCulture)];
        foreach (var seed in seeds)
        {
            try
            {
                await check(seed);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"Fails with the seed {seed}; {Variable}={seed} tries it again. {exception.Message}", exception);
            }
        }
    }
}
