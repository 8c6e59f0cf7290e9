using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class ClosedClassTableTests
{
    [Fact]
    public void Words_of_the_closed_classes_with_one_tag_are_certain_and_open_classes_never()
    {
        var sentence = Sentence("the/Determiner gate/Noun of/Preposition that/Preposition gate/Noun");
        var other = Sentence("that/Determiner gate/Noun");

        ClosedClassTable.From([.. Enumerable.Repeat(sentence, 6), other]).ShouldBe(new SortedDictionary<string, PartOfSpeech>
        {
            ["of"] = PartOfSpeech.Preposition,
            ["the"] = PartOfSpeech.Determiner,
        });
    }

    [Fact]
    public void What_is_seen_seldom_is_not_certain() => ClosedClassTable.From([Sentence("of/Preposition the/Determiner")]).ShouldBeEmpty();

    private static PosSentence Sentence(string tagged)
    {
        var words = tagged.Split(' ').Select(word => word.Split('/')).ToList();
        return new PosSentence(
            Tokenizer.Tokens(string.Join(' ', words.Select(word => word[0]))),
            [.. words.Select(word => (int)Enum.Parse<PartOfSpeech>(word[1]))]);
    }
}
