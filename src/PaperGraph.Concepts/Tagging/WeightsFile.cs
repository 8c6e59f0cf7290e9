using System.IO.Compression;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A tagger as a small file: weights rounded to a byte each, rows with small weights only left out, compressed. The bytes follow from the
/// weights alone.
/// </summary>
internal static class WeightsFile
{
    private const int Steps = 127;

    /// <summary>A row is kept for a weight that is greater, either way. By far the most rows are of features seen once or twice.</summary>
    public const int UsualLeastSteps = 6;

    /// <param name="leastSteps">A row is left out that holds no weight of more steps, either way.</param>
    /// <exception cref="InvalidCastException">The tagger was read from a file: only one that was learnt is written.</exception>
    public static void Write(Stream stream, LinearTagger tagger, int leastSteps = UsualLeastSteps)
    {
        var learnt = (LearntWeights)tagger.Weights;
        var (weights, stride) = (learnt.Values, learnt.Stride);
        using var zip = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(zip);
        var labels = tagger.Labels.Length;
        writer.Write7BitEncodedInt(labels);
        foreach (var label in tagger.Labels) writer.Write(label);
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++) writer.Write(tagger.Transitions[from * stride + to]);

        var unit = weights.Max(MathF.Abs) / Steps;
        writer.Write7BitEncodedInt(learnt.Rows);
        writer.Write(unit);
        var kept = Enumerable.Range(0, learnt.Rows).Where(row => IsTelling(weights.AsSpan(row * stride, labels), leastSteps * unit)).ToList();
        writer.Write7BitEncodedInt(kept.Count);
        var last = -1;
        foreach (var row in kept)
        {
            writer.Write7BitEncodedInt(row - last);
            last = row;
        }

        // Label by label: neighbours of one label compress better than neighbours of one row.
        for (var label = 0; label < labels; label++)
            foreach (var row in kept) writer.Write((sbyte)MathF.Round(weights[row * stride + label] / unit));
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
        var kept = new int[reader.Read7BitEncodedInt()];
        var last = -1;
        for (var i = 0; i < kept.Length; i++) kept[i] = last += reader.Read7BitEncodedInt();
        var weights = new sbyte[kept.Length * stride];
        for (var label = 0; label < labels.Length; label++)
            for (var i = 0; i < kept.Length; i++) weights[i * stride + label] = reader.ReadSByte();
        return new LinearTagger(labels, new RoundedWeights(rows, stride, kept, weights, unit), transitions);
    }

    private static bool IsTelling(ReadOnlySpan<float> row, float least) => row.ContainsAnyExceptInRange(-least, least);
}
