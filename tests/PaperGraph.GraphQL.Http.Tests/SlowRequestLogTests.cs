using Microsoft.Extensions.Logging.Testing;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

/// <summary>However many requests are slow, the log of them grows by so many lines a minute.</summary>
public sealed class SlowRequestLogTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime time = new();
    private readonly FakeLogger logger = new();

    [Fact]
    public async Task Of_many_within_a_minute_the_first_are_told_and_the_number_of_the_others()
    {
        var log = new SlowRequestLog(logger, time);
        for (var i = 1; i <= SlowRequestLog.MaxPerMinute + 500; i++) log.Log(new SlowRequest { Duration = TimeSpan.FromSeconds(i) });
        logger.Collector.Count.ShouldBe(SlowRequestLog.MaxPerMinute);

        await time.PassAsync(Minute);

        logger.Collector.Count.ShouldBe(SlowRequestLog.MaxPerMinute + 1);
        logger.LatestRecord.Message.ShouldBe(
            $"500 more slow requests within a minute were left out of the log; the slowest took {(SlowRequestLog.MaxPerMinute + 500) * 1000} ms");
    }

    [Fact]
    public void The_next_minute_has_lines_of_its_own()
    {
        var log = new SlowRequestLog(logger, time);
        for (var minute = 1; minute <= 3; minute++)
        {
            for (var i = 0; i < SlowRequestLog.MaxPerMinute; i++) log.Log(new SlowRequest());
            logger.Collector.Count.ShouldBe(minute * SlowRequestLog.MaxPerMinute);
            time.Step(Minute);
        }
    }
}
