using System.Text.Json;
using PaperGraph.NodePages;
using PaperGraph.NodePages.Tex;

namespace PaperGraph.Tests.Tex;

public sealed class TexTextTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        var path = RepositoryRoot.Combine("tests", "PaperGraph.Tests", "Tex", "cases.json");
        foreach (var pair in JsonSerializer.Deserialize<string[][]>(File.ReadAllText(path))!) cases.Add(pair[0], pair[1]);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TeX_is_shown_as_the_scripts_show_it(string typed, string shown) => TexText.Show(typed).ShouldBe(shown);

    [Theory]
    [InlineData(2, 7, "π₀")]
    [InlineData(4, 3, "π₀")]
    [InlineData(10, 6, "policy")]
    [InlineData(2, 14, "π₀ policy")]
    [InlineData(21, 5, "𝐿₂")]
    [InlineData(17, 10, "and 𝐿₂.")]
    public void A_mark_takes_all_of_the_TeX_that_it_touches(int start, int length, string marked)
    {
        var (text, marks) = TexText.Show("A $\\pi_0$ policy and $L_2$.", [new TextMark(start, length, new NodeData())]);

        text.ShouldBe("A π₀ policy and 𝐿₂.");
        text.Substring(marks.Single().Start, marks.Single().Length).ShouldBe(marked);
    }

    [Fact]
    public void Whatever_is_typed_is_shown_and_marks_stay_within()
    {
        string[] pieces = ["$", "\\", "{", "}", "^", "_", "x", "2", " ", "\\pi", "\\frac", "\\text", "𝐿", "'", "~", "\\hat", "é"];
        var random = new Random(15);
        for (var round = 0; round < 20_000; round++)
        {
            var typed = string.Concat(random.GetItems(pieces, random.Next(12)));
            var start = random.Next(typed.Length + 1);
            var mark = new TextMark(start, random.Next(typed.Length - start + 1), new NodeData());

            var (text, marks) = TexText.Show(typed, [mark]);

            var mayHaveTeX = typed.Count(character => character == '$') > 1 || typed.Contains("\\text{", StringComparison.Ordinal);
            if (!mayHaveTeX) text.ShouldBe(typed);
            foreach (var moved in marks) (moved.Start + moved.Length).ShouldBeInRange(moved.Start, text.Length, typed);
        }
    }
}
