using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class PositionRankTests
{
    [Fact]
    public void Shares_add_up_to_the_whole() => Scores("Sparse routers route tokens. Sparse tokens travel far.").Values.Sum().ShouldBe(1, 1e-3);

    [Fact]
    public void A_word_used_early_and_often_is_worth_more_than_one_used_late_and_once()
    {
        var scores = Scores("A router sends tokens. The router learns. A router forgets tokens of the appendix.");
        Of(scores, "router").ShouldBeGreaterThan(Of(scores, "token"));
        Of(scores, "token").ShouldBeGreaterThan(Of(scores, "appendix"));
    }

    [Fact]
    public void Function_words_have_no_rank() => Scores("The router of the tokens.").ShouldNotContainKey(FeatureHash.Of("the"));

    [Fact]
    public void A_text_without_words_has_none() => Scores("").ShouldBeEmpty();

    private static float Of(Dictionary<uint, float> scores, string form) => scores[FeatureHash.Of(form)];

    private static Dictionary<uint, float> Scores(string text)
    {
        var field = AnalyzedField.Of(PaperField.Title, text);
        var rank = new PositionRank();
        rank.Add(field, PosTagger.Default.Tag(field.Tokens, field.Sentences, field.IsTitleCase, new TaggingBuffers()));
        return rank.Scores();
    }
}
