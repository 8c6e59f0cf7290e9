using Microsoft.Extensions.Time.Testing;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

public sealed class ImportProgressLinesTests
{
    [Fact]
    public void A_stage_is_told_once_when_the_next_begins() => Lines(
        new(ImportStage.Reading, 100, null), new(ImportStage.Reading, 202, null), new(ImportStage.FindingCode, 1, 1)).ShouldBe("""
        Reading: 202 listings
        Finding code and organizations: 1 paper

        """);

    [Fact]
    public void A_long_stage_is_told_every_ten_thousand() => Lines(
        new(ImportStage.Reading, 9_000, null), new(ImportStage.Reading, 10_500, null), new(ImportStage.Reading, 11_000, null)).ShouldBe("""
        Reading: 10,500 listings so far
        Reading: 11,000 listings

        """);

    [Fact]
    public void A_stage_with_nothing_to_do_is_not_told() => Lines(
        new(ImportStage.Reading, 0, null), new(ImportStage.FindingCode, 0, 0)).ShouldBeEmpty();

    [Fact]
    public void What_takes_its_time_is_told_after_a_second_and_every_five()
    {
        var time = new FakeTimeProvider();
        using var output = new StringWriter();
        using var lines = new ImportProgressLines(output, time, new ImportPace(time, () => null));

        time.Advance(TimeSpan.FromSeconds(1));
        lines.Report(new(ImportStage.LinkingPapers, 0, null));
        lines.Report(new(ImportStage.LinkingPapers, 500, null));
        time.Advance(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        lines.Finish();

        output.ToString().ReplaceLineEndings("\n").ShouldBe("""
            Waiting for the database, so far
            Linking papers: 500 papers so far, 100 a second
            Linking papers: 500 papers so far, 50 a second
            Linking papers: 500 papers

            """);
    }

    [Fact]
    public void What_was_told_lately_is_not_told_again()
    {
        var time = new FakeTimeProvider();
        using var output = new StringWriter();
        using var lines = new ImportProgressLines(output, time, new ImportPace(time, () => null));

        lines.Report(new(ImportStage.Reading, 1, null));
        lines.Report(new(ImportStage.FindingCode, 0, null));
        time.Advance(TimeSpan.FromSeconds(1));

        output.ToString().ReplaceLineEndings("\n").ShouldBe("Reading: 1 listing\n");
    }

    private static string Lines(params ImportProgress[] reports)
    {
        using var output = new StringWriter();
        var time = new FakeTimeProvider();
        using var lines = new ImportProgressLines(output, time, new ImportPace(time, () => null));
        foreach (var report in reports) lines.Report(report);
        lines.Finish();
        return output.ToString().ReplaceLineEndings("\n");
    }
}
