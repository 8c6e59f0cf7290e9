namespace PaperGraph.Network.Analysis;

/// <summary>
/// A graph without directions as compressed sparse rows: each edge stands in the rows of both of its ends, with the same weight. Nodes are
/// numbered from 0 on.
/// </summary>
/// <param name="offsets">Where the row of each node begins; one more than there are nodes.</param>
/// <param name="neighbors">The other ends of all edges, row by row.</param>
/// <param name="weights">The weights of the edges, in the same order: positive and finite.</param>
public sealed class WeightedGraph(int[] offsets, int[] neighbors, float[] weights)
{
    public int NodeCount => offsets.Length - 1;

    /// <summary>How many edges there are, each counted once.</summary>
    public int EdgeCount => neighbors.Length / 2;

    public int Degree(int node) => offsets[node + 1] - offsets[node];

    public ReadOnlySpan<int> Neighbors(int node) => neighbors.AsSpan(offsets[node], Degree(node));

    public ReadOnlySpan<float> Weights(int node) => weights.AsSpan(offsets[node], Degree(node));

    /// <summary>What the edges of a node weigh together.</summary>
    public double Strength(int node)
    {
        var sum = 0.0;
        foreach (var weight in Weights(node)) sum += weight;
        return sum;
    }

    /// <param name="nodeCount">How many nodes there are.</param>
    /// <param name="edges">The edges, each once; those between the same nodes become one, which weighs as much as they together.</param>
    /// <exception cref="ArgumentException">
    /// An edge ends where there is no node, leads back to where it begins, or weighs nothing.
    /// </exception>
    public static WeightedGraph Create(int nodeCount, IReadOnlyCollection<(int From, int To, float Weight)> edges)
    {
        var offsets = new int[nodeCount + 1];
        foreach (var (from, to, weight) in edges)
        {
            if ((uint)from >= (uint)nodeCount || (uint)to >= (uint)nodeCount || from == to || !(weight > 0 && float.IsFinite(weight)))
                throw new ArgumentException($"There can be no edge from {from} to {to} of {nodeCount} nodes that weighs {weight}.");
            offsets[from + 1]++;
            offsets[to + 1]++;
        }
        for (var node = 0; node < nodeCount; node++) offsets[node + 1] += offsets[node];

        var next = offsets.AsSpan(0, nodeCount).ToArray();
        var neighbors = new int[offsets[nodeCount]];
        var weights = new float[offsets[nodeCount]];
        foreach (var (from, to, weight) in edges)
        {
            (neighbors[next[from]], weights[next[from]++]) = (to, weight);
            (neighbors[next[to]], weights[next[to]++]) = (from, weight);
        }
        return JoinParallel(offsets, neighbors, weights);
    }

    /// <summary>Sorts each row and adds up the weights of edges to the same node. The arrays are used up.</summary>
    public static WeightedGraph JoinParallel(int[] offsets, int[] neighbors, float[] weights)
    {
        var written = 0;
        for (var node = 0; node + 1 < offsets.Length; node++)
        {
            var (begin, end) = (offsets[node], offsets[node + 1]);
            Array.Sort(neighbors, weights, begin, end - begin);
            offsets[node] = written;
            for (var i = begin; i < end; i++)
            {
                if (written > offsets[node] && neighbors[written - 1] == neighbors[i])
                {
                    weights[written - 1] += weights[i];
                    continue;
                }
                (neighbors[written], weights[written]) = (neighbors[i], weights[i]);
                written++;
            }
        }
        offsets[^1] = written;
        if (written < neighbors.Length)
        {
            Array.Resize(ref neighbors, written);
            Array.Resize(ref weights, written);
        }
        return new WeightedGraph(offsets, neighbors, weights);
    }
}
