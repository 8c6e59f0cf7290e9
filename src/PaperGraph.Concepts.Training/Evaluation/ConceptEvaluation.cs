using System.Globalization;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>A figure that was measured.</summary>
/// <param name="AtLeast">What it has to reach; for time and memory, what it may use.</param>
internal sealed record EvaluationRow(string Measure, string Value, string AtLeast, string Aim);

/// <summary>Measures this project on the data of a folder. What needs a file that is not there is left out.</summary>
internal static class ConceptEvaluation
{
    /// <param name="folder">Holds <c>concepts-data/</c> and <c>hf-daily/</c>, or one of them.</param>
    /// <param name="papersToLink">Papers generated for the linking measure; 0 leaves it out.</param>
    /// <param name="tell">Takes a line now and then of how far a long measure has come.</param>
    /// <returns>Row by row, as each is measured; the whole takes minutes.</returns>
    public static IEnumerable<EvaluationRow> Run(
        string folder, int papersToLink = 0, Action<string>? tell = null, CancellationToken cancellationToken = default)
    {
        var data = Path.Combine(folder, "concepts-data");
        var days = Path.Combine(folder, "hf-daily");
        var training = new TypedTraining(PosTagger.Default);
        if (File.Exists(Path.Combine(data, AbbreviationMeasure.FileName)))
            yield return new EvaluationRow("abbreviation pairs on med1250", AbbreviationMeasure.Measure(data).ToString(), "F 86", "F 89.4");
        cancellationToken.ThrowIfCancellationRequested();

        if (File.Exists(Path.Combine(data, SciRex.FileName)))
        {
            yield return new EvaluationRow(
                "SciREX typed spans, 49 held-out documents", TypedSpanMeasures.SciRexHeldOut(data, training).ToString(), "F 65", "F 71");
            cancellationToken.ThrowIfCancellationRequested();
            yield return new EvaluationRow(
                "models told from methods, names held out from what the classifier learns",
                TypedSpanMeasures.UnseenModels(data, training).ToString(), "", "");
            cancellationToken.ThrowIfCancellationRequested();
            yield return new EvaluationRow(
                "alias merging on SciREX mentions, B-cubed (exact strings: " + AliasMeasure.OfExactStrings(data) + ")",
                AliasMeasure.Measure(data).ToString(),
                "F 80.7", "F 86");
            cancellationToken.ThrowIfCancellationRequested();
            var relations = RelatednessJudgments.All(data, days);
            yield return new EvaluationRow(
                "related papers of SciREX, mean average precision, five folds",
                Figure(new LinkTraining(relations).CrossValidated(0).Average(), "f1"), "", "");
            foreach (var relation in relations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (bm25, concepts) = (RelatedPapersMeasure.OfBm25(relation), RelatedPapersMeasure.OfConcepts(relation));
                yield return new EvaluationRow(
                    $"related papers by {relation.Relation}, {relation.Queries.Count} queries, mean average precision "
                        + $"(BM25 alone: {Figure(bm25, "f1")}, concepts alone: {Figure(concepts, "f1")})",
                    Figure(RelatedPapersMeasure.OfShipped(relation), "f1"),
                    Figure(bm25, "f1"),
                    "");
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (File.Exists(Path.Combine(data, TdmSci.FileName)))
            yield return new EvaluationRow(
                "TDMSci typed, five folds, strict", TypedSpanMeasures.TdmSciFolds(data, training).ToString(), "F 59", "F 64");
        cancellationToken.ThrowIfCancellationRequested();

        if (Directory.Exists(days))
        {
            var extractor = new ConceptExtractor();
            yield return new EvaluationRow(
                "keywords of July 2026 found at 15 concepts a paper",
                Figure(KeywordMeasure.Measure(days, "2026-07", extractor).Recall, "f1"), "50", "70");
            yield return new EvaluationRow(
                "abstracts a second on one core",
                Figure(SpeedMeasure.PapersASecond(extractor, [.. DailyPaperReader.Read(days).Select(paper => paper.Text)]), "n0"), "2,000",
                "5,000");
        }

        if (papersToLink == 0) yield break;
        var cost = LinkingMeasure.Measure(papersToLink, tell, cancellationToken);
        var papers = Figure(papersToLink, "n0");
        yield return new EvaluationRow(
            $"memory while linking {papers} papers", Figure(cost.PeakBytes / 1e9, "f2") + " GB", "4 GB for a million", "2 GB");
        yield return new EvaluationRow(
            $"linking {papers} papers ({Figure(cost.Links, "n0")} links)",
            $"{Figure(cost.Time.TotalMinutes, "f1")} min, of one core {Figure(cost.ProcessorTime.TotalMinutes, "f1")} min",
            "30 min for a million",
            "10 min");
    }

    private static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
