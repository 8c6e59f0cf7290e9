namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Time that passes when a test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long milliseconds;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => milliseconds;

    public int Pass(int passed)
    {
        milliseconds += passed;
        return passed;
    }
}
