namespace PaperGraph.Tests.Commands;

/// <summary>
/// A fact about another user than root, as whom root runs the program: root himself may read everything. Skipped for others, and
/// where the checkout is closed to them.
/// </summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Skip = "needs root, who can run the program as another user";
        else if (FirstClosed() is { } closed) Skip = $"needs a checkout that every user can reach, and {closed} is closed";
    }

    private static string? FirstClosed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return folder.FullName;
        return null;
    }
}
