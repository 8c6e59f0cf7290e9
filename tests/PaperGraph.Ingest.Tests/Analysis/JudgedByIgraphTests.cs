using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PaperGraph.Data.Network;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Tests.Analysis;

/// <summary>Ranks and communities of shared pages and days, held against those of igraph (Debian's python3-igraph).</summary>
public sealed class JudgedByIgraphTests
{
    /// <summary>Debian's Python, which finds Debian's packages.</summary>
    private const string Python = "/usr/bin/python3";

    [SkippableFact]
    public async Task Ranks_are_igraphs_and_communities_as_good()
    {
        SharedData.Require("pages");
        SharedData.Require("hf-daily");
        Skip.If(await RunAsync("", "-c", "import igraph") is null, $"needs {Python} with igraph (apt-get install python3-igraph)");
        await using var database = await ImportDatabase.CreateAsync();
        var days = Directory.GetFiles(SharedData.Combine("hf-daily"), "*.json").Order(StringComparer.Ordinal).Take(16);
        await database.ImportAsync([.. Directory.GetFiles(SharedData.Combine("pages")).Concat(days).Select(ImportSource.File)]);
        var snapshot = await GraphSnapshotReads.ReadAsync(database.DataSource, long.MaxValue, CancellationToken.None);
        var analyzed = AnalysisGraph.From(snapshot);
        var ranks = PageRank.Compute(analyzed, new PageRankOptions()).Ranks;
        var communities = Leiden.Find(analyzed, new LeidenOptions());

        var script = RepositoryRoot.Combine("tests", "PaperGraph.Ingest.Tests", "Analysis", "igraph-judge.py");
        var output = (await RunAsync(Tell(analyzed, communities.Communities), script)).ShouldNotBeNull();

        var lines = output.Split('\n').Select(line => line.Split(' ').Select(Number).ToArray()).ToList();
        Correlate(Places(ranks), Places(lines[0])).ShouldBeGreaterThan(0.999);
        for (var node = 0; node < ranks.Length; node++) ranks[node].ShouldBe(lines[0][node], 1e-3 / ranks.Length);
        communities.Modularity.ShouldBe(lines[1][0], 1e-5, "modularity is the same thing");
        communities.Modularity.ShouldBeGreaterThan(0.99 * lines[1][1]);
    }

    private static string Tell(WeightedGraph graph, IEnumerable<int> communities)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{graph.NodeCount}\n");
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++)
                if (node < neighbors[i]) text.Append(CultureInfo.InvariantCulture, $"{node} {neighbors[i]} {weights[i]:R}\n");
        }
        return text.AppendJoin(' ', communities).ToString();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The place of each value among all, those that are equal in the middle of theirs.</summary>
    private static double[] Places(double[] values)
    {
        var places = new double[values.Length];
        var first = 0;
        foreach (var equal in values.Index().GroupBy(value => value.Item).OrderBy(group => group.Key))
        {
            var count = equal.Count();
            foreach (var (node, _) in equal) places[node] = first + (count - 1) / 2.0;
            first += count;
        }
        return places;
    }

    private static double Correlate(double[] one, double[] other)
    {
        var (a, b) = (one.Average(), other.Average());
        var together = one.Zip(other, (x, y) => (x - a) * (y - b)).Sum();
        return together / Math.Sqrt(one.Sum(x => (x - a) * (x - a)) * other.Sum(y => (y - b) * (y - b)));
    }

    /// <returns>What it printed; null where it is not there or has failed.</returns>
    private static async Task<string?> RunAsync(string input, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await Task.WhenAll(output, errors, process.WaitForExitAsync());
            return process.ExitCode == 0 ? (await output).TrimEnd() : null;
        }
        catch (Exception missing) when (missing is Win32Exception or IOException)
        {
            return null;
        }
    }
}
