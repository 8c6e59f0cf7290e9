namespace PaperGraph.Data;

/// <summary>The folder where PaperGraph keeps its data unless it is told another.</summary>
public static class DataHome
{
    /// <summary>/var/lib/papergraph for root, whose own home is closed to PostgreSQL; else below the user's data folder.</summary>
    public static string Default() =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? "/var/lib/papergraph"
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "papergraph");
}
