using System.IO.Compression;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A tagger as a small file: weights as they differ from that of the first label, rounded to a byte each, compressed. Of few rows that hold
/// something, only those. The bytes follow from the weights alone.
/// </summary>
internal static class WeightsFile
{
    private const int Steps = 127;

    /// <exception cref="InvalidCastException">The tagger was read from a file: only one that was learnt is written.</exception>
    public static void Write(Stream stream, LinearTagger tagger)
    {
        var learnt = (LearntWeights)tagger.Weights;
        var (labels, stride) = (tagger.Labels.Length, learnt.Stride);
        using var zip = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(zip);
        writer.Write7BitEncodedInt(labels);
        foreach (var label in tagger.Labels) writer.Write(label);
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++) writer.Write(tagger.Transitions[from * stride + to]);

        var weights = RelativeToFirst(learnt, labels);
        var unit = weights.Max(MathF.Abs) / Steps;
        writer.Write7BitEncodedInt(learnt.Rows);
        writer.Write(unit);
        var rows = Enumerable.Range(0, learnt.Rows).Where(row => weights.AsSpan(row * stride, labels).ContainsAnyExcept(0f)).ToArray();
        writer.Write(IsSparse(rows.Length, learnt.Rows));
        if (IsSparse(rows.Length, learnt.Rows)) WriteAscending(writer, rows);
        else rows = [.. Enumerable.Range(0, learnt.Rows)];

        // Label by label: neighbours of one label compress better than neighbours of one row.
        for (var label = 1; label < labels; label++)
            foreach (var row in rows) writer.Write((sbyte)MathF.Round(weights[row * stride + label] / unit));
    }

    public static LinearTagger Read(Stream stream)
    {
        using var zip = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(zip);
        var labels = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var stride = FeatureWeights.StrideOf(labels.Length);
        var transitions = new float[(labels.Length + 1) * stride];
        for (var from = 0; from <= labels.Length; from++)
            for (var to = 0; to < labels.Length; to++) transitions[from * stride + to] = reader.ReadSingle();

        var rows = reader.Read7BitEncodedInt();
        var unit = reader.ReadSingle();
        var kept = reader.ReadBoolean() ? ReadAscending(reader) : null;
        var values = Values(reader, labels.Length, kept?.Length ?? rows, kept is null ? 0 : 1);
        RoundedWeights weights = kept is null
            ? new DenseWeights(labels.Length, values, unit)
            : new SparseWeights(rows, labels.Length, kept, values, unit);
        return new LinearTagger(labels, weights, transitions);
    }

    private static bool IsSparse(int kept, int rows) => 2 * kept < rows;

    private static void WriteAscending(BinaryWriter writer, int[] rows)
    {
        writer.Write7BitEncodedInt(rows.Length);
        var last = -1;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row - last);
            last = row;
        }
    }

    private static int[] ReadAscending(BinaryReader reader)
    {
        var rows = new int[reader.Read7BitEncodedInt()];
        var last = -1;
        for (var i = 0; i < rows.Length; i++) rows[i] = last += reader.Read7BitEncodedInt();
        return rows;
    }

    private static sbyte[] Values(BinaryReader reader, int labels, int rows, int emptyRows)
    {
        var rowLength = RoundedWeights.RowLengthOf(labels);
        var values = new sbyte[(rows + emptyRows) * rowLength];
        for (var label = 1; label < labels; label++)
            for (var row = 0; row < rows; row++) values[row * rowLength + label - 1] = reader.ReadSByte();
        return values;
    }

    private static float[] RelativeToFirst(LearntWeights weights, int labels)
    {
        var relative = new float[weights.Values.Length];
        for (var row = 0; row < relative.Length; row += weights.Stride)
            for (var label = 1; label < labels; label++) relative[row + label] = weights.Values[row + label] - weights.Values[row];
        return relative;
    }
}
