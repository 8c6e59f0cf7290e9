using System.IO.Compression;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A tagger as a small file: weights as they differ from that of the first label, rounded to a byte each, compressed. The bytes follow from
/// the weights alone.
/// </summary>
internal static class WeightsFile
{
    private const int QuantizationLevels = 127;

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
        var unit = weights.Max(MathF.Abs) / QuantizationLevels;
        writer.Write7BitEncodedInt(learnt.Rows);
        writer.Write(unit);

        // Label by label: neighbours of one label compress better than neighbours of one row.
        for (var label = 1; label < labels; label++)
            for (var row = 0; row < weights.Length; row += stride) writer.Write((sbyte)MathF.Round(weights[row + label] / unit));
    }

    public static LinearTagger Read(Stream stream)
    {
        using var zip = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(zip);
        var labels = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var stride = FeatureWeights.GetStride(labels.Length);
        var transitions = new float[(labels.Length + 1) * stride];
        for (var from = 0; from <= labels.Length; from++)
            for (var to = 0; to < labels.Length; to++) transitions[from * stride + to] = reader.ReadSingle();

        var rowLength = RoundedWeights.RowLength(labels.Length);
        var weights = new sbyte[reader.Read7BitEncodedInt() * rowLength];
        var unit = reader.ReadSingle();
        for (var label = 1; label < labels.Length; label++)
            for (var row = 0; row < weights.Length; row += rowLength) weights[row + label - 1] = reader.ReadSByte();
        return new LinearTagger(labels, new RoundedWeights(labels.Length, weights, unit), transitions);
    }

    private static float[] RelativeToFirst(LearntWeights weights, int labels)
    {
        var relative = new float[weights.Values.Length];
        for (var row = 0; row < relative.Length; row += weights.Stride)
            for (var label = 1; label < labels; label++) relative[row + label] = weights.Values[row + label] - weights.Values[row];
        return relative;
    }
}
