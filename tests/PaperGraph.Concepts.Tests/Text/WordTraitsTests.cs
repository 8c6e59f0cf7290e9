using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tests.Text;

public sealed class WordTraitsTests
{
    [Theory]
    [InlineData("diffusion", (int)WordShape.ThreeLetters)]
    [InlineData("layers", (int)(WordShape.ThreeLetters | WordShape.Plural))]
    [InlineData("LLMs", (int)(WordShape.ThreeLetters | WordShape.Coined | WordShape.InnerCapital | WordShape.Plural))]
    [InlineData("GNNS", (int)(WordShape.ThreeLetters | WordShape.Coined | WordShape.InnerCapital))]
    [InlineData("FrobReward", (int)(WordShape.ThreeLetters | WordShape.Coined | WordShape.InnerCapital | WordShape.ProperName))]
    [InlineData("Zorb3", (int)(WordShape.ThreeLetters | WordShape.Coined | WordShape.ProperName))]
    [InlineData("R1", (int)WordShape.Coined)]
    [InlineData("3D", (int)(WordShape.Coined | WordShape.InnerCapital))]
    [InlineData("4-bit", (int)(WordShape.ThreeLetters | WordShape.Hyphen))]
    [InlineData(
        "512-token", (int)(WordShape.ThreeLetters | WordShape.Hyphen | WordShape.Quantity | WordShape.Coined | WordShape.ProperName))]
    [InlineData("graph-based", (int)(WordShape.ThreeLetters | WordShape.Hyphen | WordShape.CompoundAdjective))]
    [InlineData("two-stage", (int)(WordShape.ThreeLetters | WordShape.Hyphen | WordShape.CompoundAdjective))]
    [InlineData(
        "ZORB-Agent",
        (int)(WordShape.ThreeLetters | WordShape.Hyphen | WordShape.InnerCapital | WordShape.Coined | WordShape.ProperName
            | WordShape.HyphenatedName))]
    [InlineData("isn’t", (int)(WordShape.ThreeLetters | WordShape.Apostrophe))]
    public void A_spelling_has_its_shape(string surface, int shape) =>
        new Word(TokenKind.Word, surface).Traits.Shape.ShouldBe((WordShape)shape);

    [Theory]
    [InlineData("the", (int)WordLists.Function)]
    [InlineData("novel", (int)WordLists.Praise)]
    [InlineData("well-zorbed", (int)WordLists.Praise)]
    [InlineData("hours", (int)WordLists.Units)]
    [InlineData("FPS", (int)WordLists.None)]
    [InlineData("zorbit", (int)WordLists.None)]
    public void A_word_is_looked_up_in_lower_case(string surface, int lists) =>
        (new Word(TokenKind.Word, surface).Traits.Lists & (WordLists.Function | WordLists.Praise | WordLists.Units))
            .ShouldBe((WordLists)lists);

    [Fact]
    public void A_form_is_looked_up_in_the_singular()
    {
        new Word(TokenKind.Word, "Methods").Traits.Lists.ShouldBe(WordLists.None);
        new Word(TokenKind.Word, "Methods").Traits.ListsOfForm.ShouldBe(WordLists.Generic | WordLists.VagueHeads);
    }
}
