namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// The scores of every label at every position of a sequence, and the best path through them; used again for the next one.
/// </summary>
internal sealed class Lattice
{
    private float[] emissions = [];
    private byte[] back = [];
    private int[] path = [];
    private int stride;

    public int Positions { get; private set; }

    /// <summary>The label of each position.</summary>
    public Span<int> Path => path.AsSpan(0, Positions);

    public void Start(int positions, int labelStride)
    {
        (Positions, stride) = (positions, labelStride);
        if (path.Length >= positions && emissions.Length >= positions * stride) return;
        emissions = new float[2 * positions * stride];
        back = new byte[2 * positions * stride];
        path = new int[2 * positions];
    }

    /// <summary>The score of each label by the position's own features.</summary>
    public Span<float> Emissions(int position) => emissions.AsSpan(position * stride, stride);

    /// <summary>For each label, the label before it on the best path.</summary>
    public Span<byte> Back(int position) => back.AsSpan(position * stride, stride);

    /// <summary>How much better the label of a position is than the next best, by the position's own features.</summary>
    public float Margin(int position, int labels)
    {
        var scores = emissions.AsSpan(position * stride, labels);
        var other = float.NegativeInfinity;
        for (var label = 0; label < scores.Length; label++)
            if (label != path[position]) other = MathF.Max(other, scores[label]);
        return scores[path[position]] - other;
    }
}
