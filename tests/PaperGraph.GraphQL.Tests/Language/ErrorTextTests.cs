using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData(80, "")]
    [InlineData(81, "…")]
    [InlineData(100_000, "…")]
    public void A_value_is_quoted_up_to_a_length(int length, string end) =>
        Text($"\"{new string('a', length)}\" is {1} of {(string?)null}.").ShouldBe($"\"{new string('a', 80)}{end}\" is 1 of .");

    [Fact]
    public void A_pair_of_surrogates_is_not_cut_in_two() =>
        Excerpt.From($"{new string('a', 79)}\U0001F600b").ShouldBe($"{new string('a', 79)}…");

    [Fact]
    public void What_is_put_in_whole_is_not_cut() => Text($"{new string('a', 100):whole}").Length.ShouldBe(100);

    private static string Text(ErrorText text) => text.ToString();
}
