using PaperGraph.Model;

namespace PaperGraph.Network.Analysis;

/// <summary>
/// The graph as it is analyzed: what an edge says of the nodes that it ties. A concept, topic or organization that many papers have says
/// little of each; all authors of a paper together say no more than one of a single author.
/// </summary>
public static class AnalysisGraph
{
    /// <summary>Changes with what edges there are and weigh, with where walks begin, and with which communities are divided.</summary>
    public const string Version = "4";

    private const float Related = 5;
    private const float Topic = 0.3f;
    private const float Organization = 0.3f;
    private const float Repository = 1;
    private const float Authors = 0.3f;

    public static WeightedGraph From(GraphSnapshot snapshot)
    {
        var nodes = snapshot.Nodes;
        var weighing = new Weighing(snapshot);
        var offsets = new int[nodes.Count + 1];
        // An edge stands at both its ends.
        var neighbors = new int[2 * snapshot.EdgeCount];
        var weights = new float[2 * snapshot.EdgeCount];
        var kept = 0;
        for (var node = 0; node < nodes.Count; node++)
        {
            offsets[node] = kept;
            foreach (var edge in snapshot.EdgesOf(node))
            {
                var weight = weighing.Weigh(node, edge);
                if (weight > 0) (neighbors[kept], weights[kept++]) = (edge.Target, weight);
            }
        }
        offsets[^1] = kept;
        Array.Resize(ref neighbors, kept);
        Array.Resize(ref weights, kept);
        return new WeightedGraph(offsets, neighbors, weights);
    }

    private sealed class Weighing(GraphSnapshot snapshot)
    {
        private readonly int papers = snapshot.Nodes.NumbersOf(NodeKind.Paper).GetOffsetAndLength(snapshot.NodeCount).Length;

        /// <summary>How many authors each paper has; papers are the first nodes.</summary>
        private readonly int[] authors = CountAuthors(snapshot);

        public float Weigh(int node, Edge edge)
        {
            // The other way round it is the same edge, and weighs the same to the last bit.
            var (paper, other) = node < edge.Target ? (node, edge.Target) : (edge.Target, node);
            return snapshot.Nodes.EdgeKindOf(paper, other) switch
            {
                EdgeKind.Related => Related * edge.Weight,
                EdgeKind.Topic => Topic * edge.Weight * Rarity(other),
                EdgeKind.Organization => Organization * Rarity(other),
                EdgeKind.Repository => Repository,
                EdgeKind.Owner => Organization,
                EdgeKind.Author => Authors / authors[paper],
                _ => edge.Weight * Rarity(other),
            };
        }

        /// <summary>0 of what all papers have, near to 1 of what one alone has: its share of the information of all papers.</summary>
        private float Rarity(int node) =>
            (float)Math.Max(0, Math.Log((papers + 1.0) / (snapshot.DegreeOf(node) + 1)) / Math.Log(papers + 1.0));

        private static int[] CountAuthors(GraphSnapshot snapshot)
        {
            var (first, count) = snapshot.Nodes.NumbersOf(NodeKind.Author).GetOffsetAndLength(snapshot.NodeCount);
            var authors = new int[snapshot.NodeCount];
            for (var author = first; author < first + count; author++)
                foreach (var edge in snapshot.EdgesOf(author)) authors[edge.Target]++;
            return authors;
        }
    }
}
