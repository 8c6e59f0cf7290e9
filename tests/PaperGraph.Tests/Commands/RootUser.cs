namespace PaperGraph.Tests.Commands;

/// <summary>Root, who can run the program as another user: he himself may read everything.</summary>
internal static class RootUser
{
    /// <summary>Skips the test that calls it where another user than root runs it, or where the checkout is closed to others.</summary>
    public static void Require()
    {
        Skip.If(OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess, "needs root, who can run the program as another user");
        var closed = FirstClosed();
        Skip.If(closed is not null, $"needs a checkout that every user can reach, and {closed} is closed");
    }

    private static string? FirstClosed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return folder.FullName;
        return null;
    }
}
