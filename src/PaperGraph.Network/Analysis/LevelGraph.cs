namespace PaperGraph.Network.Analysis;

/// <summary>
/// A graph whose nodes are sets of nodes of the one below it. Weights within a set stand in no row; they are in its strength, and a
/// partition gains or loses nothing by them.
/// </summary>
internal sealed class LevelGraph
{
    private readonly WeightedGraph rows;

    private LevelGraph(WeightedGraph rows, double[] strengths, double total) => (this.rows, Strengths, Total) = (rows, strengths, total);

    public int NodeCount => rows.NodeCount;

    public double[] Strengths { get; }

    /// <summary>What all strengths add up to: twice the weight of all edges.</summary>
    public double Total { get; }

    /// <summary>A gain that may come of rounding alone.</summary>
    public double Negligible => 1e-12 * Total;

    public ReadOnlySpan<int> Neighbors(int node) => rows.Neighbors(node);

    public ReadOnlySpan<float> Weights(int node) => rows.Weights(node);

    public static LevelGraph From(WeightedGraph graph)
    {
        var strengths = new double[graph.NodeCount];
        for (var node = 0; node < strengths.Length; node++) strengths[node] = graph.Strength(node);
        return new LevelGraph(graph, strengths, strengths.Sum());
    }

    /// <param name="sets">The set that each node becomes a part of, numbered from 0 on.</param>
    /// <param name="count">How many sets there are.</param>
    public LevelGraph Aggregate(int[] sets, int count)
    {
        var strengths = new double[count];
        for (var node = 0; node < sets.Length; node++) strengths[sets[node]] += Strengths[node];

        var (members, begins) = Grouping.Group(sets, count);
        var offsets = new int[count + 1];
        var neighbors = new List<int>();
        var weights = new List<float>();
        var sums = new SparseSums(count);
        for (var set = 0; set < count; set++)
        {
            for (var i = begins[set]; i < begins[set + 1]; i++)
            {
                var node = members[i];
                var others = Neighbors(node);
                var each = Weights(node);
                for (var j = 0; j < others.Length; j++)
                    if (sets[others[j]] != set) sums.Add(sets[others[j]], each[j]);
            }
            foreach (var other in sums.Keys)
            {
                neighbors.Add(other);
                weights.Add((float)sums[other]);
            }
            sums.Clear();
            offsets[set + 1] = neighbors.Count;
        }
        return new LevelGraph(new WeightedGraph(offsets, [.. neighbors], [.. weights]), strengths, Total);
    }
}
