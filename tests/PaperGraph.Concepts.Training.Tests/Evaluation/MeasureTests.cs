using PaperGraph.Concepts.Training.Evaluation;
using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Training.Tests.Evaluation;

public sealed class MeasureTests
{
    [Fact]
    public void F_is_the_harmonic_mean_of_precision_and_recall()
    {
        var score = FScore.From<int>([1, 2, 3, 4], [3, 4, 5]);
        score.Precision.ShouldBe(50);
        score.Recall.ShouldBe(100 * 2 / 3.0);
        score.F.ShouldBe(2 * 50 * (200 / 3.0) / (50 + 200 / 3.0), 1e-9);
        default(FScore).F.ShouldBe(0);
    }

    [SkippableFact]
    public void Abbreviations_of_med1250_are_found()
    {
        SharedData.Require("concepts-data");
        AbbreviationMeasure.Measure(SharedData.Combine("concepts-data")).F.ShouldBeGreaterThan(86);
    }

    [SkippableFact]
    public void Mentions_of_one_entity_are_merged_better_than_by_their_spelling()
    {
        SharedData.Require("concepts-data");
        var folder = SharedData.Combine("concepts-data");
        AliasMeasure.OfExactStrings(folder).F.ShouldBe(72.3, 1);
        AliasMeasure.Measure(folder).F.ShouldBeGreaterThan(80.7);
    }

    [SkippableFact]
    public void Keywords_that_a_source_states_are_among_the_heaviest_concepts()
    {
        SharedData.Require("hf-daily");
        KeywordMeasure.Measure(SharedData.Combine("hf-daily"), "2026-07", new ConceptExtractor()).Recall.ShouldBeGreaterThan(52);
    }

    [SkippableFact]
    public void Related_papers_are_ranked_better_than_by_words_or_concepts_alone_whatever_relates_them()
    {
        SharedData.Require("hf-daily");
        var papers = RelatednessJudgments.All(SharedData.Combine("concepts-data"), SharedData.Combine("hf-daily"));
        foreach (var relation in papers)
            RelatedPapersMeasure.OfShipped(relation).ShouldBeGreaterThan(RelatedPapersMeasure.OfBm25(relation), relation.Relation);
        RelatedPapersMeasure.OfShipped(papers[0]).ShouldBeGreaterThan(49);
        RelatedPapersMeasure.OfShipped(papers[0]).ShouldBeGreaterThan(RelatedPapersMeasure.OfConcepts(papers[0]) + 5);
    }
}
