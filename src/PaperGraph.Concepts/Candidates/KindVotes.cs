using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>How much speaks for each kind of concept. Of kinds for which equally much speaks, the first in their order wins.</summary>
internal sealed class KindVotes
{
    private static readonly ConceptKind[] Order =
        [ConceptKind.Method, ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Model, ConceptKind.Metric, ConceptKind.Other];

    private readonly float[] votes = new float[Order.Length];

    public float this[ConceptKind kind] => votes[Array.IndexOf(Order, kind)];

    /// <summary>The kind with the most votes; null where there are none.</summary>
    public ConceptKind? Strongest => StrongestAmong(votes);

    /// <summary>
    /// The kind with the most votes, <see cref="ConceptKind.Other"/> left out of account; null where the others have none.
    /// </summary>
    public ConceptKind? StrongestSpecific => StrongestAmong(votes.AsSpan(..^1));

    public void Add(ConceptKind kind, float weight = 1) => votes[Array.IndexOf(Order, kind)] += weight;

    /// <summary>Gives both the more votes of the two for each kind.</summary>
    public void Share(KindVotes other)
    {
        for (var i = 0; i < votes.Length; i++) votes[i] = other.votes[i] = MathF.Max(votes[i], other.votes[i]);
    }

    private static ConceptKind? StrongestAmong(ReadOnlySpan<float> votes)
    {
        var strongest = 0;
        for (var i = 1; i < votes.Length; i++)
            if (votes[i] > votes[strongest]) strongest = i;
        return votes[strongest] > 0 ? Order[strongest] : null;
    }
}
