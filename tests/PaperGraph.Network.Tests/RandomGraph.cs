using PaperGraph.Model;

namespace PaperGraph.Network.Tests;

/// <summary>Small graphs in which anything may happen: papers and what they have, in two clumps or one, with hubs and without.</summary>
internal static class RandomGraph
{
    private static readonly EdgeKind[] Kinds =
        [EdgeKind.Related, EdgeKind.Method, EdgeKind.Task, EdgeKind.Topic, EdgeKind.Organization, EdgeKind.Repository, EdgeKind.Author];

    public static GraphSnapshot Create(Random random, int maxNodes)
    {
        var counts = Kinds.ToDictionary(kind => kind, _ => random.Next(1, Math.Max(2, maxNodes / Kinds.Length)));
        counts[EdgeKind.Related] = random.Next(2, Math.Max(3, maxNodes / 2));
        // Ids are unique among concepts, whatever their kind.
        var nodes = NodeTable.Create(counts.ToDictionary(
            kind => kind.Key,
            kind => Enumerable.Range(1, kind.Value).Select(number => number + (kind.Key == EdgeKind.Task ? 1_000L : 0)).ToList()));
        var builder = new GraphSnapshotBuilder(nodes);
        var edges = random.Next(nodes.Count, 4 * nodes.Count);
        var (papersFrom, papers) = nodes.NumbersOf(NodeKind.Paper).GetOffsetAndLength(nodes.Count);
        for (var edge = 0; edge < edges; edge++)
        {
            var paper = papersFrom + random.Next(papers);
            // Every other one squared, so that some nodes have many edges.
            var other = (int)((edge % 2 == 0 ? random.NextDouble() : 1) * random.NextDouble() * nodes.Count);
            builder.Add(NodeKind.Paper, nodes.IdOf(paper), nodes.KindOf(other), nodes.IdOf(other), (float)random.NextDouble());
        }
        for (var repository = 1; repository <= counts[EdgeKind.Repository]; repository++)
        {
            if (random.Next(2) == 0)
                builder.Add(NodeKind.Repository, repository, NodeKind.Organization, random.Next(1, counts[EdgeKind.Organization] + 1), 1);
        }
        return builder.Build(default);
    }

    /// <summary>A filter that lets everything pass, some kinds of edges, or some papers.</summary>
    public static HopFilter CreateFilter(Random random, GraphSnapshot graph) => new(
        graph.Nodes,
        random.Next(3) == 0 ? Enum.GetValues<EdgeKind>().Where(_ => random.Next(3) > 0) : null,
        random.Next(3) == 0 ? Enumerable.Range(1, graph.NodeCount).Where(_ => random.Next(3) > 0).Select(id => (long)id) : null);
}
