using PaperGraph.Model;

namespace PaperGraph.Network.Analysis;

/// <summary>
/// Takes communities apart that have no theme. By modularity, what is tied to nothing much is joined to whatever it is tied to at all: a
/// few papers on one thing, a few on another. A community has a theme where one of its most telling concepts is that of enough of its
/// papers: half of a few, and of more less than that, as their number's cube root grows; and more often so than of all papers, or it
/// tells nothing. What has none is divided by <see cref="Leiden"/> once more, for itself alone; what cannot be divided is no community.
/// </summary>
public static class CommunityThemes
{
    private const int MaxRounds = 6;

    /// <summary>A community of more papers is a field, which has many themes.</summary>
    private const int MaxPapers = 100;

    /// <summary>How many of the most telling concepts may be the theme.</summary>
    private const int Concepts = 3;

    /// <summary>How many times as frequent a theme has to be in its community as it is in all papers.</summary>
    private const double MinLift = 3;

    /// <returns>The community of each node, numbered from 0 on, and how many there are; what is in none is one of its own.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (int[] Communities, int Count) Divide(
        GraphSnapshot snapshot, WeightedGraph graph, LeidenResult found, LeidenOptions options, CancellationToken cancellationToken)
    {
        int[] communities = [.. found.Communities];
        var count = found.Count;
        // Those of before that are known to have a theme, or too few papers for any, keep their numbers.
        var isSettled = new List<bool>(new bool[count]);
        for (var round = 0; round < MaxRounds && isSettled.Contains(false); round++)
        {
            var mixtures = FindMixtures(snapshot, communities, count, isSettled);
            if (mixtures.Count == 0) break;
            var (members, begins) = Grouping.Group(communities, count);
            foreach (var mixture in mixtures)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var nodes = members.AsSpan(begins[mixture]..begins[mixture + 1]);
                var parts = Leiden.Find(Induced(graph, nodes), options, cancellationToken);
                // What is one part only has no parts; its nodes then stand alone.
                for (var i = 0; i < nodes.Length; i++)
                {
                    var part = parts.Count > 1 ? parts.Communities[i] : i;
                    if (part > 0) communities[nodes[i]] = count + part - 1;
                }
                var added = (parts.Count > 1 ? parts.Count : nodes.Length) - 1;
                count += added;
                isSettled[mixture] = parts.Count <= 1;
                isSettled.AddRange(Enumerable.Repeat(parts.Count <= 1, added));
            }
        }
        return (communities, count);
    }

    private static List<int> FindMixtures(GraphSnapshot snapshot, int[] communities, int count, List<bool> isSettled)
    {
        var papers = new int[count];
        var (first, length) = snapshot.Nodes.NumbersOf(NodeKind.Paper).GetOffsetAndLength(snapshot.NodeCount);
        for (var paper = first; paper < first + length; paper++) papers[communities[paper]]++;

        var telling = PapersOfConcepts.Count(snapshot, communities, count).MostTelling(count, Concepts);
        var mixtures = new List<int>();
        for (var community = 0; community < count; community++)
        {
            if (isSettled[community]) continue;
            var size = papers[community];
            var hasTheme = telling[community].Any(concept => IsTheme(concept, size, snapshot.DegreeOf(concept.Node), length));
            if (hasTheme || size is < CommunityMap.MinPapers or > MaxPapers) isSettled[community] = true;
            else mixtures.Add(community);
        }
        return mixtures;
    }

    /// <param name="size">How many papers the community has.</param>
    /// <param name="frequency">How many of all papers have the concept.</param>
    /// <param name="papers">How many papers there are.</param>
    private static bool IsTheme(TellingConcept concept, int size, int frequency, int papers) =>
        concept.PaperCount >= Math.Max(CommunityMap.MinPapers, Math.Min(size / 2.0, 2.4 * Math.Cbrt(size)))
        && (concept.PaperCount == frequency || (double)concept.PaperCount / size > MinLift * frequency / papers);

    /// <summary>The nodes and the edges between them, in their order.</summary>
    private static WeightedGraph Induced(WeightedGraph graph, ReadOnlySpan<int> nodes)
    {
        var numbers = new Dictionary<int, int>(nodes.Length);
        foreach (var node in nodes) numbers.Add(node, numbers.Count);
        var edges = new List<(int, int, float)>();
        foreach (var node in nodes)
        {
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++)
                if (neighbors[i] > node && numbers.TryGetValue(neighbors[i], out var other)) edges.Add((numbers[node], other, weights[i]));
        }
        return WeightedGraph.Create(nodes.Length, edges);
    }
}
