using PaperGraph.Model;

namespace PaperGraph.Network.Analysis;

/// <summary>How many papers of each community have a concept, and how much they are about it.</summary>
internal sealed class PapersOfConcepts
{
    private readonly List<(int Concept, List<(int Community, double Weight, int Papers)> Shares)> concepts = [];

    /// <summary>Each concept with the communities whose papers have it, in no order.</summary>
    public IReadOnlyList<(int Concept, List<(int Community, double Weight, int Papers)> Shares)> Concepts => concepts;

    public static PapersOfConcepts Count(GraphSnapshot snapshot, int[] communities, int count)
    {
        var counted = new PapersOfConcepts();
        var weights = new SparseSums(count);
        var papers = new SparseSums(count);
        var (first, length) = snapshot.Nodes.NumbersOf(NodeKind.Concept).GetOffsetAndLength(snapshot.NodeCount);
        for (var concept = first; concept < first + length; concept++)
        {
            foreach (var edge in snapshot.EdgesOf(concept))
            {
                if (communities[edge.Target] < 0) continue;
                weights.Add(communities[edge.Target], edge.Weight);
                papers.Add(communities[edge.Target], 1);
            }
            if (weights.Keys.Count > 0)
                counted.concepts.Add((concept, [.. weights.Keys.Select(key => (key, weights[key], (int)papers[key]))]));
            weights.Clear();
            papers.Clear();
        }
        return counted;
    }

    /// <summary>
    /// The concepts that tell each community from the others, by c-TF-IDF (Grootendorst 2022): how much of what its papers are about is
    /// the concept, times ln(1 + average of all that a community is about / how much all are about the concept). Those of one paper alone
    /// tell of that.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<TellingConcept>> MostTelling(int count, int most)
    {
        var totals = new double[count];
        foreach (var (_, shares) in concepts)
            foreach (var (community, weight, _) in shares) totals[community] += weight;
        var average = totals.Sum() / Math.Max(1, count);

        var telling = Enumerable.Range(0, count).Select(_ => new List<TellingConcept>()).ToArray();
        foreach (var (concept, shares) in concepts)
        {
            var rarity = Math.Log(1 + average / shares.Sum(share => share.Weight));
            foreach (var (community, weight, papers) in shares)
                if (papers > 1) telling[community].Add(new TellingConcept(concept, weight / totals[community] * rarity, papers));
        }
        return Array.ConvertAll(
            telling, list => (IReadOnlyList<TellingConcept>)
            [
                .. list.OrderByDescending(concept => concept.Score).ThenBy(concept => concept.Node).Take(most),
            ]);
    }
}
