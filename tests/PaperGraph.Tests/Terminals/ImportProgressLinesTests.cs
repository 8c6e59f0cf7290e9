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

    private static string Lines(params ImportProgress[] reports)
    {
        using var output = new StringWriter();
        var lines = new ImportProgressLines(output);
        foreach (var report in reports) lines.Report(report);
        lines.Finish();
        return output.ToString().ReplaceLineEndings("\n");
    }
}
