namespace PaperGraph.Model.Results;

public sealed class MetricNameTests
{
    [Theory]
    [InlineData("Accuracy"), InlineData("% Test Accuracy"), InlineData("Top 1 Accuracy"), InlineData("F1-score"), InlineData("mIoU")]
    [InlineData("BLEU-4"), InlineData("Percentage correct"), InlineData("AUC"), InlineData("Inception score"), InlineData("FPS")]
    public void Words_of_what_is_good_say_that_higher_is_better(string metric) =>
        MetricName.DirectionOf(metric).ShouldBe((MetricDirection.HigherIsBetter, MetricDirectionBasis.Name));

    [Theory]
    [InlineData("Percentage error"), InlineData("Top-1 Error Rate"), InlineData("FID"), InlineData("FID-10k")]
    [InlineData("Test perplexity"), InlineData("Number of params"), InlineData("GFLOPs"), InlineData("Word Error Rate (WER)")]
    [InlineData("RMSE"), InlineData("Bits per byte"), InlineData("Inference time (ms)")]
    public void Words_of_what_is_bad_say_that_lower_is_better(string metric) =>
        MetricName.DirectionOf(metric).ShouldBe((MetricDirection.LowerIsBetter, MetricDirectionBasis.Name));

    [Theory]
    [InlineData("Score"), InlineData("Overall"), InlineData("Error of the accuracy"), InlineData("Ø"), InlineData("")]
    public void Where_the_words_say_nothing_or_both_it_is_assumed_that_higher_is_better(string metric) =>
        MetricName.DirectionOf(metric).ShouldBe((MetricDirection.HigherIsBetter, MetricDirectionBasis.Assumption));

    [Theory]
    [InlineData("Perplexity ↓", "PERPLEXITY"), InlineData("  top-1   error", "Top 1 Error"), InlineData("Précision", "precision")]
    public void Names_that_are_equal_have_the_same_direction(string one, string other)
    {
        NameKey.Create(one).ShouldBe(NameKey.Create(other));
        MetricName.DirectionOf(NameKey.Create(one)).ShouldBe(MetricName.DirectionOf(other));
        MetricName.DirectionOf(one).ShouldBe(MetricName.DirectionOf(other));
    }
}
