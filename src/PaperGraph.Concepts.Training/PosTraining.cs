using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>Learns parts of speech from GENIA (CC BY 3.0) and the academic and textbook parts of GUM (CC BY).</summary>
internal static class PosTraining
{
    private const int RowBits = 15;
    private const int Epochs = 8;

    private static readonly string[] Files = ["genia_dev.conll", "genia_test.conll", "gum-academic-textbook.conllu.gz"];

    public static List<PosSentence> Sentences(string folder) =>
        [.. Files.SelectMany(file => PosCorpus.Read(Path.Combine(folder, "pos", file)))];

    /// <summary>Every sentence also as a title would have it, so that capitals do not make nouns of verbs.</summary>
    /// <param name="closedClass">The words of <see cref="ClosedClassTable"/>.</param>
    public static LinearTagger Train(IEnumerable<PosSentence> sentences, IReadOnlyDictionary<string, PartOfSpeech> closedClass)
    {
        var certain = HashedTable<PartOfSpeech>.FromWords(closedClass);
        var data = new List<LabelledSequence>();
        var inputs = new SequenceInputs();
        foreach (var (tokens, labels) in sentences)
            foreach (var isTitleCase in (bool[])[false, true])
            {
                var (features, all) = (new FeatureColumns(), new TokenSpan(0, tokens.Count));
                PosTagger.Fill(features, inputs, tokens, all, isTitleCase);
                PosTagger.MarkCertain(features, tokens, all, certain);
                data.Add(new LabelledSequence(
                    features, [.. labels.Select((label, i) => features.Known(i) is >= 0 and var known ? known : label)]));
            }

        return PerceptronTrainer.Train(data, PosTagger.Labels, RowBits, Epochs);
    }
}
