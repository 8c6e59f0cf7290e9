namespace PaperGraph.Postgres.Tests;

/// <summary>A fact about what root does; skipped for others, and where the checkout is closed to them.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "here");
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Skip = "is about root";
        else if (UnixMode.FirstClosedAbove(folder) is { } closed)
            Skip = $"needs a checkout that every user can reach, and {closed} is closed";
    }
}
