using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests.Validation;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("titel", "title abstract", " Did you mean \"title\"?")]
    [InlineData("TITLE", "tilt title", " Did you mean \"title\" or \"tilt\"?")]
    [InlineData("nme", "name names mne", " Did you mean \"mne\", \"name\", or \"names\"?")]
    [InlineData("a", "b c d e f g", " Did you mean \"b\", \"c\", \"d\", \"e\", or \"f\"?")]
    [InlineData("item", "item10 item9 item1", " Did you mean \"item1\", \"item9\", or \"item10\"?")]
    [InlineData("elsewhere", "title year", "")]
    [InlineData("x", "", "")]
    public void The_nearest_names_are_suggested_nearest_first(string unknown, string names, string question) =>
        DidYouMean.Among(unknown, names.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(question);

    [Fact]
    public void A_name_without_end_is_not_compared() =>
        DidYouMean.Among(new string('a', 65), [new string('a', 64)]).ShouldBe("");

    [Fact]
    public void What_the_names_are_stands_before_them() =>
        DidYouMean.Among("NEWST", "the enum value", ["NEWEST"]).ShouldBe(" Did you mean the enum value \"NEWEST\"?");
}
