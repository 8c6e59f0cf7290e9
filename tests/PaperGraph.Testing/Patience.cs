namespace PaperGraph.Testing;

/// <summary>How long tests wait for what is to come.</summary>
public static class Patience
{
    /// <summary>
    /// What has not come by then will not, however busy the machine is. Only a test that fails waits that long, so that no test has a
    /// shorter limit of its own.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
}
