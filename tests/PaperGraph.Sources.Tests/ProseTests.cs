using PaperGraph.Model;

namespace PaperGraph.Sources;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Attention  is\u00a0all\tyou\n  need ", "Attention is all you need")]
    [InlineData("\uFEFFTitle\u0000 with \u0007control", "Title with control")]
    [InlineData(" \u200B ", "")]
    [InlineData("hyphen\u00ADation of long\u200Bwords and\u2060 all", "hyphenation of longwords and all")]
    [InlineData("\u202AFold\u00ADing \u200EMa\u200Bps\u200F\u202C", "Folding Maps")]
    [InlineData("Ma\u200Dps 👩\u200D🔬", "Maps 👩\u200D🔬")]
    public void A_line_has_single_blanks_and_no_control_characters(string text, string line) =>
        Prose.Line(text).ShouldBe(line);

    [Fact]
    public void Lines_belong_together_until_an_empty_one() =>
        Prose.Paragraphs("First\r\n  line,\r\n second.\r\n \r\n\r\nNext.\n").ShouldBe("First line, second.\n\nNext.");

    [Fact]
    public void The_start_of_a_text_does_not_end_inside_a_character() =>
        Prose.Start("ab😀cd", 3).ShouldBe("ab");

    [Fact]
    public void The_words_of_a_problem_are_cut_where_they_are_long()
    {
        var problem = new ReadProblem { File = "page.txt", Message = "", Advice = "", Words = new string('x', 5_000) };
        problem.Words.Length.ShouldBe(ReadProblem.MaxWords + 1);
        problem.Words.ShouldEndWith("x…");
    }
}
