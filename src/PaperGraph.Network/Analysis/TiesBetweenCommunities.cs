namespace PaperGraph.Network.Analysis;

/// <summary>How communities connect: by edges, and by concepts that papers of both have.</summary>
internal static class TiesBetweenCommunities
{
    private const int MaxConcepts = 5;

    /// <summary>A concept that is in more communities connects the strongest of them alone.</summary>
    private const int MaxCommunities = 12;

    public static IReadOnlyList<IReadOnlyList<CommunityTie>> Find(
        WeightedGraph graph, int[] communities, int count, PapersOfConcepts papers)
    {
        var shared = FindShared(papers, count);
        var (weights, edges) = (new SparseSums(count), new SparseSums(count));
        var (members, begins) = Grouping.Group([.. communities.Select(community => community + 1)], count + 1);
        var ties = new List<IReadOnlyList<CommunityTie>>();
        for (var community = 0; community < count; community++)
        {
            foreach (var node in members.AsSpan(begins[community + 1]..begins[community + 2]))
            {
                var neighbors = graph.Neighbors(node);
                var each = graph.Weights(node);
                for (var i = 0; i < neighbors.Length; i++)
                {
                    var other = communities[neighbors[i]];
                    if (other < 0 || other == community) continue;
                    weights.Add(other, each[i]);
                    edges.Add(other, 1);
                }
            }
            ties.Add(
            [
                .. weights.Keys
                    .OrderByDescending(other => weights[other])
                    .ThenBy(other => other)
                    .Select(other => new CommunityTie(other, weights[other], (int)edges[other], Strongest(community, other))),
            ]);
            weights.Clear();
            edges.Clear();
        }
        return ties;

        IReadOnlyList<int> Strongest(int community, int other) =>
            shared.TryGetValue((Math.Min(community, other), Math.Max(community, other)), out var concepts)
                ? [
                    .. concepts
                        .OrderByDescending(concept => concept.Strength)
                        .ThenBy(concept => concept.Node)
                        .Take(MaxConcepts)
                        .Select(concept => concept.Node),
                ]
                : [];
    }

    /// <summary>
    /// For each two communities the concepts of both. Strong is one that the papers of both are much about, and those of others are not.
    /// </summary>
    private static Dictionary<(int, int), List<(int Node, double Strength)>> FindShared(PapersOfConcepts papers, int count)
    {
        var shared = new Dictionary<(int, int), List<(int, double)>>();
        foreach (var (concept, shares) in papers.Concepts)
        {
            if (shares.Count < 2) continue;
            var rarity = Math.Log(1 + count / (double)shares.Count);
            var strongest = shares.OrderByDescending(share => share.Weight).ThenBy(share => share.Community).Take(MaxCommunities)
                .OrderBy(share => share.Community)
                .ToList();
            for (var i = 0; i < strongest.Count; i++)
            {
                for (var j = i + 1; j < strongest.Count; j++)
                {
                    var pair = (strongest[i].Community, strongest[j].Community);
                    if (!shared.TryGetValue(pair, out var concepts)) shared.Add(pair, concepts = []);
                    concepts.Add((concept, rarity * Math.Min(strongest[i].Weight, strongest[j].Weight)));
                }
            }
        }
        return shared;
    }
}
