using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Tests.Linking;

public sealed class PaperVectorTests
{
    private static readonly LinkOptions Bm25 = new() { Bm25Share = 1, Saturation = 2, LengthNormalization = 0.5f };
    private static readonly LinkOptions Cosine = Bm25 with { Bm25Share = 0 };

    [Fact]
    public void A_word_weighs_more_by_being_used_again_but_less_and_less()
    {
        var strengths = Enumerable.Range(1, 4).Select(count => Strength(Bm25, ("zonal", count))).ToList();
        var gains = strengths.Zip(strengths.Skip(1), (less, more) => more - less).ToList();
        gains.ShouldAllBe(gain => gain > 0);
        gains.ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>tf (k₁ + 1) / (tf + k₁ (1 − b + b · length / 120)), over the length of a common paper's vector, 5.5.</summary>
    [Theory]
    [InlineData(1, 0, 3 / (1 + 2 * (0.5 + 0.5 * 1 / 120)) / 5.5)]
    [InlineData(2, 118, 2 * 3 / (2 + 2 * 1.0) / 5.5)]
    [InlineData(2, 238, 2 * 3 / (2 + 2 * 1.5) / 5.5)]
    public void The_strength_of_a_word_that_the_corpus_statistics_do_not_know_is_its_BM25_term_frequency(
        int count, int others, double strength) =>
        Strength(Bm25, ("zonal", count), ("the", others)).ShouldBe(strength, 1e-4);

    [Fact]
    public void What_else_a_paper_is_about_lessens_the_part_of_the_cosine_alone()
    {
        (string, int)[] one = [("zonal", 1), ("the", 8)];
        (string, int)[] many = [("zonal", 1), .. Enumerable.Range(0, 8).Select(i => ($"quibble{i}", 1))];
        Strength(Bm25, many).ShouldBe(Strength(Bm25, one));
        Strength(Cosine, many).ShouldBeLessThan(Strength(Cosine, one) / 2);
        Strength(Bm25 with { Bm25Share = 0.25f }, many).ShouldBe(Strength(Bm25, many) / 4 + Strength(Cosine, many) * 3 / 4, 1e-4);
    }

    /// <summary>Of the first word, 0 to 1; words without a count are left out.</summary>
    private static double Strength(LinkOptions options, params (string Word, int Count)[] words)
    {
        var paper = new LinkablePaper(
            1, "paper", [], [.. words.Where(word => word.Count > 0).Select(word => new WordCount(word.Word, word.Count))], [], []);
        return new PaperVector(options).Create(paper).Single(strength => strength.Feature.Key == words[0].Word).Strength / 65_535.0;
    }
}
