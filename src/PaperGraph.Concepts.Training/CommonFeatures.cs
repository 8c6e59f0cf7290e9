namespace PaperGraph.Concepts.Training;

/// <summary>The features that several documents have. Counted by more bits of the hash than the weights are kept by.</summary>
internal sealed class CommonFeatures
{
    private const int Bits = 24;

    private readonly byte[] documentsOf = new byte[1 << Bits];
    private readonly int least;

    public CommonFeatures(IReadOnlyList<IReadOnlyList<LabelledSequence>> documents, int least)
    {
        this.least = least;
        var last = new int[1 << Bits];
        for (var document = 1; document <= documents.Count; document++)
            foreach (var sequence in documents[document - 1])
                for (var i = 0; i < sequence.Features.Positions; i++)
                {
                    if (sequence.Labels[i] == LabelledSequence.Unknown) continue;
                    for (var at = i; at < sequence.Features.Hashes.Length; at += sequence.Features.Stride)
                    {
                        var feature = Slot(sequence.Features.Hashes[at]);
                        if (last[feature] == document) continue;
                        last[feature] = document;
                        if (documentsOf[feature] < least) documentsOf[feature]++;
                    }
                }
    }

    public bool Contains(uint feature) => documentsOf[Slot(feature)] >= least;

    private static uint Slot(uint feature) => feature & ((1 << Bits) - 1);
}
