using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

public sealed class PaperAssemblerStepsTests
{
    private const int LinesOfPaper = 8;

    private static readonly PageLayout Layout = new() { IsRagged = false };

    [Fact]
    public async Task A_paper_is_read_before_the_lines_behind_the_next_one_are_asked_for()
    {
        var asked = 0;

        var papers = await PaperAssembler.ReadAsync(EndlessLines(() => asked++), Layout).OfType<PagePaper>().Take(3).ToListAsync();

        papers.Select(paper => paper.Title.Text).ShouldBe(["Learning to Fold Map 0", "Learning to Fold Map 1", "Learning to Fold Map 2"]);
        asked.ShouldBeLessThanOrEqualTo(4 * LinesOfPaper + 1);
    }

    [Fact]
    public async Task No_line_is_asked_for_before_the_first_step()
    {
        var asked = 0;
        var events = PaperAssembler.ReadAsync(EndlessLines(() => asked++), Layout);
        asked.ShouldBe(0);

        await using var steps = events.GetAsyncEnumerator();
        await steps.MoveNextAsync();

        steps.Current.ShouldBeOfType<PageLine>().Line.ShouldBe(1);
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task Lines_stop_where_a_reading_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var read = 0;

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in PaperAssembler.ReadAsync(EndlessLines(() => { }), Layout).WithCancellation(source.Token))
                if (++read == 100) await source.CancelAsync();
        });

        read.ShouldBeInRange(100, 110);
    }

    [Fact]
    public async Task Every_line_comes_once_and_in_its_order_behind_the_break_that_it_makes()
    {
        var page = "Daily Papers\n\nLearning to Fold Maps\n\nWe fold maps.\n";

        var events = await PaperAssembler.ReadAsync(Reading.Lines(page + page), Layout).ToListAsync();

        events.OfType<PageLine>().Select(line => line.Line).ShouldBe(Enumerable.Range(1, 10));
        var pageBreak = events.FindIndex(@event => @event is PageBreak);
        events[..pageBreak].OfType<PageLine>().Last().Line.ShouldBe(5);
        events[pageBreak..].OfType<PageLine>().First().Line.ShouldBe(6);
    }

    private static async IAsyncEnumerable<TextLine> EndlessLines(
        Action ask, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        for (var number = 1; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ask();
            var text = ((number - 1) % LinesOfPaper) switch
            {
                0 => $"Learning to Fold Map {number / LinesOfPaper}",
                2 => "We fold maps. They stay folded.",
                4 => "  • 9 authors",
                5 => "·",
                6 => "Dec 6, 2023",
                _ => "",
            };
            yield return new TextLine(number, text);
        }
    }
}
