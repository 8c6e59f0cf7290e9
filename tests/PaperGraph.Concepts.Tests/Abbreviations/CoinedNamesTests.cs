using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Abbreviations;

public sealed class CoinedNamesTests
{
    [Theory]
    [InlineData("Basalt: A Foundation Model for Rocks", "Basalt")]
    [InlineData("Rock Hopper: Walking on Stones", "Rock Hopper")]
    [InlineData("RockBench -- Judging Stones", "RockBench")]
    public void What_stands_before_the_colon_of_a_title_is_coined(string title, string name) =>
        Names(TextField.Title, title).ShouldBe([name]);

    [Theory]
    [InlineData("We introduce Basalt, a model of rocks.", "Basalt")]
    [InlineData("We present the RockBench suite.", "RockBench")]
    [InlineData("This paper proposes RB-2 for stones.", "RB-2")]
    [InlineData("We build a new benchmark, RockBench, for stones.", "RockBench")]
    [InlineData("We release a set of stones called Basalt.", "Basalt")]
    [InlineData("A model dubbed \"Basalt\" is shown.", "Basalt")]
    public void What_a_paper_introduces_is_coined(string text, string name) => Names(TextField.Abstract, text).ShouldBe([name]);

    [Theory]
    [InlineData("Stones that walk")]
    [InlineData("on stones: a survey")]
    [InlineData("What You Always Wanted to Know: Stones")]
    public void Other_titles_coin_nothing(string title) => Names(TextField.Title, title).ShouldBeEmpty();

    [Theory]
    [InlineData("We use Basalt for rocks.")]
    [InlineData("We introduce Momentum Tracking to rocks.")]
    [InlineData("We propose RB2-based walking.")]
    [InlineData("We introduce a model that beats Basalt.")]
    public void What_a_paper_only_uses_is_not_coined(string text) => Names(TextField.Abstract, text).ShouldBeEmpty();

    [Theory]
    [InlineData("Basalt: Rocks That Walk", "We use Basalt for rocks.", "Basalt")]
    [InlineData("RockHopper: Rocks That Walk", "Rocks walk.", "RockHopper")]
    [InlineData("", "We introduce Basalt, a model.", "Basalt")]
    [InlineData("Survey: Rocks That Walk", "Rocks walk. Survey them.", "")]
    [InlineData("", "We propose Multi-Head Rocks.", "")]
    [InlineData("", "We propose Multi-Head rocks.", "")]
    [InlineData("", "We propose Walking of Rocks.", "")]
    [InlineData("", "We propose Walking with Rocks (WAR).", "")]
    [InlineData("", "We propose Walking--Running.", "")]
    public void Certain_are_those_that_stand_alone(string title, string text, string name) => string.Join(", ", CoinedNames.Certain(
        [AnalyzedField.Create(TextField.Title, title), AnalyzedField.Create(TextField.Abstract, text)])).ShouldBe(name);

    private static List<string> Names(TextField field, string text) => CoinedNames.Find(AnalyzedField.Create(field, text));
}
