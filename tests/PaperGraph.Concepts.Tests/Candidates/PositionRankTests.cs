using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class PositionRankTests
{
    [Fact]
    public void Shares_add_up_to_the_whole() =>
        Scores("Sparse routers route tokens. Sparse tokens travel far.").Sum(form => form.Value).ShouldBe(1, 1e-3);

    [Fact]
    public void A_word_used_early_and_often_is_worth_more_than_one_used_late_and_once()
    {
        var scores = Scores("A router sends tokens. The router learns. A router forgets tokens of the appendix.");
        scores["router"].ShouldBeGreaterThan(scores["token"]);
        scores["token"].ShouldBeGreaterThan(scores["appendix"]);
    }

    [Fact]
    public void Function_words_have_no_rank() => Scores("The router of the tokens.")["the"].ShouldBe(0);

    [Fact]
    public void A_text_without_words_has_none() => Scores("").ShouldBeEmpty();

    private static Dictionary<string, float> Scores(string text)
    {
        var field = AnalyzedField.Create(TextField.Title, text);
        var counts = new PaperWordCounts([field]);
        var rank = new PositionRank(counts);
        rank.Add(field, PosTagger.Default.Tag(field.Tokens, field.Sentences, field.IsTitleCase, new TaggingBuffers()));
        var scores = rank.Scores();
        return field.Parts.Select(part => part.Form).Distinct()
            .ToDictionary(form => form, form => scores[counts.GetNumber(FeatureHash.Compute(form))]);
    }
}
