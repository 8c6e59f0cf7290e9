using System.Globalization;
using PaperGraph.Concepts.Linking;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Makes the weights that PaperGraph ships, anew from the data they were learnt from. Those that rank related papers stand in
/// <see cref="LinkOptions"/>: they are told, to be compared.
/// </summary>
public static class WeightsTraining
{
    /// <summary>Writes the files of weights; the same data give the same bytes.</summary>
    /// <param name="dataFolder">Holds <c>pos/</c> and <c>scirex-229.jsonl.gz</c>.</param>
    /// <param name="outputFolder">For the project: its <c>Tagging</c> folder.</param>
    /// <returns>What was written, as lines to print.</returns>
    public static IReadOnlyList<string> Run(string dataFolder, string outputFolder)
    {
        var documents = SciRex.Read(dataFolder);
        var background = Path.Combine(outputFolder, Background.FileName);
        File.WriteAllText(background, string.Join('\n', BackgroundTable.Lines(documents)) + '\n');

        var clusters = Path.Combine(outputFolder, Background.ClustersFileName);
        File.WriteAllText(clusters, string.Join('\n', ClusterTable.Lines(documents)) + '\n');

        var sentences = PosTraining.Sentences(dataFolder);
        var closedClass = ClosedClassTable.Of(sentences);
        var closedClassFile = Path.Combine(outputFolder, PosTagger.ClosedClassFileName);
        File.WriteAllText(closedClassFile, string.Join('\n', ClosedClassTable.Lines(closedClass)) + '\n');
        var partsOfSpeech = PosTraining.Train(sentences, closedClass);
        var training = new TypedTraining(new PosTagger(partsOfSpeech, closedClass));
        return
        [
            $"{background}: {new FileInfo(background).Length} bytes",
            $"{clusters}: {new FileInfo(clusters).Length} bytes",
            $"{closedClassFile}: {closedClass.Count} words",
            Write(Path.Combine(outputFolder, PosTagger.FileName), partsOfSpeech),
            Write(Path.Combine(outputFolder, TypedTagger.FileName), training.TrainOnPapers(documents)),
            Write(Path.Combine(outputFolder, TypedTagger.ModelsFileName), training.TrainModels(documents)),
            Describe(new LinkTraining(RelatedPapers.Read(dataFolder)).Best()),
        ];
    }

    private static string Describe(LinkOptions fitted) => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(LinkOptions)}: {nameof(fitted.Saturation)} {fitted.Saturation:f1}, "
        + $"{nameof(fitted.LengthNormalization)} {fitted.LengthNormalization:f2}, {nameof(fitted.Bm25Share)} {fitted.Bm25Share:f1}, "
        + $"{nameof(fitted.WordWeight)} {fitted.WordWeight:f1}, {nameof(fitted.ConceptWeight)} {fitted.ConceptWeight:f1}, "
        + $"{nameof(fitted.WordPower)} {fitted.WordPower:f1}, {nameof(fitted.ConceptPower)} {fitted.ConceptPower:f1}");

    private static string Write(string path, LinearTagger tagger)
    {
        using (var file = File.Create(path)) WeightsFile.Write(file, tagger);
        return $"{path}: {new FileInfo(path).Length} bytes";
    }
}
