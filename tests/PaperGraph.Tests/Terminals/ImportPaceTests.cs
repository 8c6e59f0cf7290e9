using Microsoft.Extensions.Time.Testing;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

public sealed class ImportPaceTests
{
    private readonly FakeTimeProvider time = new();
    private long? totalBytes;

    [Fact]
    public void Bytes_rate_time_left_and_problems_are_told_as_far_as_they_are_known()
    {
        var pace = new ImportPace(time, () => totalBytes);
        var read = new ImportProgress(ImportStage.Reading, 0, null);

        pace.Describe(read).ShouldBe("0 listings");
        time.Advance(TimeSpan.FromSeconds(1));
        pace.Describe(read with { Done = 500, Bytes = 1_000_000 }).ShouldBe("500 listings, 1.0 MB");
        time.Advance(TimeSpan.FromSeconds(9));
        pace.Describe(read with { Done = 5_000, Bytes = 10_000_000, Problems = 1 })
            .ShouldBe("5,000 listings, 10.0 MB, 500 a second, 1 problem");
        totalBytes = 110_000_000;
        pace.Describe(read with { Done = 5_000, Bytes = 10_000_000, Problems = 2 })
            .ShouldBe("5,000 listings, 10.0 of 110.0 MB, 500 a second, 2 minutes left, 2 problems");
        pace.Share(read with { Done = 5_000, Bytes = 55_000_000 }).ShouldBe(0.5);
    }

    [Fact]
    public void What_reading_does_before_the_first_papers_tells_nothing_of_how_fast_it_goes()
    {
        var pace = new ImportPace(time, () => 100_000_000);
        var read = new ImportProgress(ImportStage.Reading, 0, null);
        pace.Describe(read);
        time.Advance(TimeSpan.FromMinutes(1));
        pace.Describe(read with { Done = 500, Bytes = 5_000_000 }).ShouldBe("500 listings, 5.0 of 100.0 MB");
        time.Advance(TimeSpan.FromSeconds(10));

        pace.Describe(read with { Done = 1_500, Bytes = 15_000_000 })
            .ShouldBe("1,500 listings, 15.0 of 100.0 MB, 100 a second, 85 seconds left");
    }

    [Fact]
    public void A_stage_is_reckoned_from_its_own_beginning_and_keeps_the_problems()
    {
        var pace = new ImportPace(time, () => totalBytes);
        pace.Describe(new ImportProgress(ImportStage.Reading, 9_000, null) { Problems = 3 });
        time.Advance(TimeSpan.FromHours(1));

        pace.Describe(new ImportProgress(ImportStage.LinkingPapers, 0, 400)).ShouldBe("0 of 400 papers, 3 problems");
        time.Advance(TimeSpan.FromSeconds(10));
        pace.Describe(new ImportProgress(ImportStage.LinkingPapers, 100, 400))
            .ShouldBe("100 of 400 papers, 10 a second, 30 seconds left, 3 problems");
    }

    [Fact]
    public void What_counts_nothing_yet_is_told_by_how_long_it_takes()
    {
        var pace = new ImportPace(time, () => totalBytes);
        pace.Describe(new ImportProgress(ImportStage.AnalyzingGraph, 0, null)).ShouldBe("0 papers");
        time.Advance(TimeSpan.FromSeconds(42));

        pace.Describe(new ImportProgress(ImportStage.AnalyzingGraph, 0, null), " so far").ShouldBe("42 seconds so far");
    }

    [Theory]
    [InlineData(99, 1, "2 hours"), InlineData(29, 1, "29 minutes"), InlineData(2, 1, "2 minutes"), InlineData(1, 1, "60 seconds")]
    public void Time_left_is_told_as_people_tell_it(int left, int done, string expected)
    {
        var pace = new ImportPace(time, () => null);
        pace.Describe(new ImportProgress(ImportStage.LinkingPapers, 0, left + done));
        time.Advance(TimeSpan.FromMinutes(1));

        pace.Describe(new ImportProgress(ImportStage.LinkingPapers, done, left + done)).ShouldContain($", {expected} left");
    }
}
