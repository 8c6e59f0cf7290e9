using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// Makes the weights that PaperGraph ships, anew from the data they were learnt from. Those that rank related papers stand in
/// <see cref="Linking.LinkOptions"/>: they are told, to be compared.
/// </summary>
internal static class WeightsTraining
{
    /// <summary>Writes the files of weights; the same data give the same bytes.</summary>
    /// <param name="dataFolder">Holds <c>pos/</c> and <c>scirex-229.jsonl.gz</c>; beside it, where they are there,
    /// <c>hf-daily/</c>.</param>
    /// <param name="outputFolder">The folder to write to; for the project this is its <c>Tagging</c>.</param>
    /// <returns>What was written, as lines to print.</returns>
    public static IReadOnlyList<string> Run(string dataFolder, string outputFolder)
    {
        var documents = SciRex.Read(dataFolder);
        var statistics = Path.Combine(outputFolder, CorpusStatistics.FileName);
        File.WriteAllText(statistics, string.Join('\n', CorpusStatisticsTable.Lines(documents)) + '\n');

        var clusters = Path.Combine(outputFolder, CorpusStatistics.ClustersFileName);
        File.WriteAllText(clusters, string.Join('\n', ClusterTable.Lines(documents)) + '\n');

        var sentences = PosTraining.Sentences(dataFolder);
        var closedClass = ClosedClassTable.From(sentences);
        var closedClassFile = Path.Combine(outputFolder, PosTagger.ClosedClassFileName);
        File.WriteAllText(closedClassFile, string.Join('\n', ClosedClassTable.Lines(closedClass)) + '\n');
        var partsOfSpeech = PosTraining.Train(sentences, closedClass);
        var training = new TypedTraining(new PosTagger(partsOfSpeech, closedClass));
        return
        [
            $"{statistics}: {new FileInfo(statistics).Length} bytes",
            $"{clusters}: {new FileInfo(clusters).Length} bytes",
            $"{closedClassFile}: {closedClass.Count} words",
            Write(Path.Combine(outputFolder, PosTagger.FileName), partsOfSpeech),
            Write(Path.Combine(outputFolder, TypedTagger.FileName), training.TrainOnPapers(documents)),
            Write(Path.Combine(outputFolder, TypedTagger.ModelsFileName), training.TrainModels(documents)),
            .. new LinkTraining(RelatednessJudgments.All(dataFolder, Path.Combine(dataFolder, "..", "hf-daily"))).Lines(),
        ];
    }

    private static string Write(string path, LinearTagger tagger)
    {
        using (var file = File.Create(path)) WeightsFile.Write(file, tagger);
        return $"{path}: {new FileInfo(path).Length} bytes";
    }
}
