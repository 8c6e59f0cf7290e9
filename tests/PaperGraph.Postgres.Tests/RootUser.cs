namespace PaperGraph.Postgres.Tests;

internal static class RootUser
{
    /// <summary>Skips the test that calls it where another user than root runs it, or where the checkout is closed to others.</summary>
    public static void Require()
    {
        Skip.If(OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess, "is about root");
        var closed = UnixMode.FirstClosedAbove(Path.Combine(AppContext.BaseDirectory, "here"));
        Skip.If(closed is not null, $"needs a checkout that every user can reach, and {closed} is closed");
    }
}
