using Microsoft.Extensions.Time.Testing;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Time that resolvers let pass.</summary>
internal sealed class ManualClock : FakeTimeProvider
{
    /// <returns>The milliseconds that passed, as the value of a field.</returns>
    public int Pass(int milliseconds)
    {
        Advance(TimeSpan.FromMilliseconds(milliseconds));
        return milliseconds;
    }
}
