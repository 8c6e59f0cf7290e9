using PaperGraph.Model;

namespace PaperGraph.Network.Analysis;

/// <summary>A concept, by its node, and how much it tells of a community.</summary>
/// <param name="PaperCount">How many papers of the community have it.</param>
public sealed record TellingConcept(int Node, double Score, int PaperCount);

/// <summary>What ties a community to another.</summary>
/// <param name="Other">The number of the other community.</param>
/// <param name="Weight">What the edges between them weigh together.</param>
/// <param name="EdgeCount">How many edges there are between them.</param>
/// <param name="Concepts">The nodes of the concepts that papers of both have, the strongest first.</param>
public sealed record CommunityTie(int Other, double Weight, int EdgeCount, IReadOnlyList<int> Concepts);

/// <param name="Sizes">How many nodes of each kind are in it.</param>
/// <param name="Concepts">Those that tell the most of it, the most telling first.</param>
/// <param name="Ties">The strongest first.</param>
public sealed record CommunityAccount(
    IReadOnlyDictionary<NodeKind, int> Sizes, IReadOnlyList<TellingConcept> Concepts, IReadOnlyList<CommunityTie> Ties);

/// <summary>What can be said of the communities of a graph: how large they are, what tells them apart, and how they connect.</summary>
public sealed class CommunityMap
{
    /// <summary>A community of fewer papers says nothing that these do not say themselves, and counts as none.</summary>
    public const int MinPapers = 3;

    private const int MaxConcepts = 20;

    private CommunityMap(int[] communities, IReadOnlyList<CommunityAccount> accounts) =>
        (Communities, Accounts) = (communities, accounts);

    /// <summary>The community of each node, or -1.</summary>
    public IReadOnlyList<int> Communities { get; }

    /// <summary>One a community, those of the most papers first.</summary>
    public IReadOnlyList<CommunityAccount> Accounts { get; }

    /// <param name="communities">The community of each node, numbered from 0 on.</param>
    /// <param name="count">How many communities there are.</param>
    public static CommunityMap Create(GraphSnapshot snapshot, WeightedGraph graph, IReadOnlyList<int> communities, int count)
    {
        var (numbers, sizes) = Number(snapshot, communities, count);
        var papers = PapersOfConcepts.Count(snapshot, numbers, sizes.Count);
        var ties = TiesBetweenCommunities.Find(graph, numbers, sizes.Count, papers);
        var concepts = papers.MostTelling(sizes.Count, MaxConcepts);
        return new CommunityMap(numbers, [.. sizes.Select((size, i) => new CommunityAccount(size, concepts[i], ties[i]))]);
    }

    private static (int[] Numbers, IReadOnlyList<IReadOnlyDictionary<NodeKind, int>> Sizes) Number(
        GraphSnapshot snapshot, IReadOnlyList<int> communities, int count)
    {
        var sizes = Enumerable.Range(0, count).Select(_ => new Dictionary<NodeKind, int>()).ToArray();
        for (var node = 0; node < communities.Count; node++)
        {
            var kind = snapshot.Nodes.KindOf(node);
            sizes[communities[node]][kind] = sizes[communities[node]].GetValueOrDefault(kind) + 1;
        }

        var large = Enumerable.Range(0, count)
            .Where(community => Papers(community) >= MinPapers)
            .OrderByDescending(Papers)
            .ToList();
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        foreach (var (number, community) in large.Index()) numbers[community] = number;
        return ([.. communities.Select(community => numbers[community])], large.ConvertAll(community => sizes[community]));

        int Papers(int community) => sizes[community].GetValueOrDefault(NodeKind.Paper);
    }
}
