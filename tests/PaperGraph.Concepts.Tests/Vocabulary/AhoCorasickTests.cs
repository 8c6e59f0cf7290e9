using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Vocabulary;

public sealed class AhoCorasickTests
{
    [Theory]
    [InlineData("a b c d", "a b c@0 b c d@1 b c@1 c@2")]
    [InlineData("b c x c", "b c@0 c@1 c@3")]
    [InlineData("a b a b c", "a b c@2 b c@3 c@4")]
    [InlineData("x y", "")]
    public void Every_pattern_is_found_wherever_it_stands(string text, string expected)
    {
        string[] patterns = ["a b c", "b c", "c", "b c d"];
        var automaton = new AhoCorasick(patterns.Select(Hashes));
        var found = new List<PatternMatch>();
        automaton.Match(Hashes(text), found);
        string.Join(
            ' ', found.OrderBy(match => match.First).ThenByDescending(match => match.End)
                .Select(match => $"{patterns[match.Pattern]}@{match.First}"))
            .ShouldBe(expected);
    }

    private static uint[] Hashes(string words) => [.. words.Split(' ').Select(word => FeatureHash.Compute(word))];
}
