using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Training.Tests;

/// <summary>Sequences of words for the trainers, each word its own only feature.</summary>
internal static class WordSequences
{
    public static LabelledSequence Sequence(string text, params int[] labels)
    {
        var words = text.Split(' ');
        var inputs = new SequenceInputs();
        inputs.Start(words.Length, columns: 1);
        for (var i = 0; i < words.Length; i++) inputs[0][i] = FeatureHash.Compute(words[i]);

        var features = new FeatureColumns();
        features.Start(words.Length);
        features.Add(1, inputs.At(0));
        return new LabelledSequence(features, labels);
    }

    public static int[] Labelled(LinearTagger tagger, LabelledSequence sequence)
    {
        var lattice = new Lattice();
        tagger.Tag(sequence.Features, lattice);
        return lattice.Path.ToArray();
    }

    public static byte[] Bytes(LinearTagger tagger)
    {
        using var file = new MemoryStream();
        WeightsFile.Write(file, tagger);
        return file.ToArray();
    }
}
