using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

public sealed class ConcatenatedPagesTests
{
    [Theory]
    [InlineData("Dec 5 2new/Get trending papers in your email inbox!", "1 Dec 5 2/1 /1 new/2 Get trending papers in your email inbox!")]
    [InlineData("a foldnew///Get trending papers", "1 a foldnew/2 /3 /4 Get trending papers")]
    [InlineData("anew//Get trending papers in your email inbox", "1 a/1 /1 new/2 /3 Get trending papers in your email inbox")]
    [InlineData("what is new/Get trending papers in your email inbox!", "1 what is new/2 Get trending papers in your email inbox!")]
    [InlineData("new/Get trending papers in your email inbox!", "1 new/2 Get trending papers in your email inbox!")]
    [InlineData("renew/anew/Get trending papers in your email inbox!", "1 renew/2 a/2 /2 new/3 Get trending papers in your email inbox!")]
    [InlineData("renew//", "1 renew/2 ")]
    public async Task The_line_that_two_pages_share_is_parted(string lines, string expected) => (await Split(lines)).ShouldBe(expected);

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Ten_empty_lines_may_stand_behind_it(int blanks, bool isParted)
    {
        var split = await Split($"anew{new string('/', blanks)}/Get trending papers in your email inbox!");

        split.StartsWith("1 a/", StringComparison.Ordinal).ShouldBe(isParted);
        split.ShouldEndWith($"{blanks + 2} Get trending papers in your email inbox!");
    }

    private static async Task<string> Split(string lines)
    {
        var split = ConcatenatedPages.SplitAsync(Reading.Lines(lines.Replace('/', '\n')));
        return string.Join('/', await split.Select(line => $"{line.Number} {line.Text}").ToListAsync());
    }
}
