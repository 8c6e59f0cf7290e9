using Microsoft.Extensions.Time.Testing;
using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

public sealed class StepLinesTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly StringWriter output = new();
    private readonly StepLines steps;

    public StepLinesTests() => steps = new StepLines(output, time);

    private string Said => output.ToString().ReplaceLineEndings("\n");

    [Fact]
    public void A_long_step_is_told_at_once_and_every_five_seconds()
    {
        steps.Begin("Starting PostgreSQL");
        time.Advance(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));

        Said.ShouldBe("""
            Starting PostgreSQL …
            Starting PostgreSQL, 5 seconds so far …
            Starting PostgreSQL, 10 seconds so far …

            """);
    }

    [Fact]
    public void A_short_step_is_told_when_it_takes_more_than_a_second()
    {
        steps.BeginShort("Looking for PostgreSQL");
        time.Advance(TimeSpan.FromSeconds(0.9));
        steps.BeginShort("Connecting");
        time.Advance(TimeSpan.FromSeconds(6));

        Said.ShouldBe("""
            Connecting …
            Connecting, 6 seconds so far …

            """);
    }

    [Fact]
    public void What_is_over_is_not_told()
    {
        steps.BeginShort("Connecting");
        steps.Dispose();
        time.Advance(TimeSpan.FromMinutes(1));

        Said.ShouldBeEmpty();
    }

    public void Dispose()
    {
        steps.Dispose();
        output.Dispose();
    }
}
