using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>Learns parts of speech from GENIA (CC BY 3.0) and the academic and textbook parts of GUM (CC BY).</summary>
internal static class PosTraining
{
    private const int RowBits = 18;
    private const int Epochs = 8;

    private static readonly string[] Files = ["genia_dev.conll", "genia_test.conll", "gum-academic-textbook.conllu.gz"];

    public static List<PosSentence> Sentences(string folder) =>
        [.. Files.SelectMany(file => PosCorpus.Read(Path.Combine(folder, "pos", file)))];

    public static PosTagger Tagger(IEnumerable<PosSentence> sentences) => new(Train(sentences));

    /// <summary>Every sentence also as a title would have it, so that capitals do not make nouns of verbs.</summary>
    public static LinearTagger Train(IEnumerable<PosSentence> sentences)
    {
        var data = new List<LabelledSequence>();
        var inputs = new SequenceInputs();
        foreach (var sentence in sentences)
            foreach (var isTitleCase in (bool[])[false, true])
            {
                var features = new FeatureColumns();
                PosTagger.Fill(features, inputs, sentence.Tokens, new TokenSpan(0, sentence.Tokens.Count), isTitleCase);
                data.Add(new LabelledSequence(features, sentence.Labels));
            }

        return PerceptronTrainer.Train(data, PosTagger.Labels, RowBits, Epochs);
    }
}
