namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// What the features of one sequence are made of: columns of values, each with two positions of edge on both sides, so that a
/// neighbour's values are the same column, shifted.
/// </summary>
internal sealed class SequenceInputs
{
    private const int Reach = 2;
    private const uint Edge = 1;

    private uint[] values = [];
    private int positions;
    private int length;

    public void Start(int positions, int columns)
    {
        this.positions = positions;
        length = FeatureColumns.GetStride(positions) + 2 * Reach;
        if (values.Length < columns * length) values = new uint[Math.Max(columns * length, 2 * values.Length)];
        values.AsSpan(0, columns * length).Fill(Edge);
    }

    /// <summary>The values of a column, one for each position, to be filled by the caller.</summary>
    public Span<uint> this[int column] => values.AsSpan(column * length + Reach, positions);

    /// <summary>A column as each position's neighbour sees it; -2 to 2, negative to the left.</summary>
    public ReadOnlySpan<uint> At(int column, int offset = 0) => values.AsSpan(column * length + Reach + offset, length - 2 * Reach);
}
