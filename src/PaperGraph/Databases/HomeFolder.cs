namespace PaperGraph.Databases;

/// <summary>Where the program keeps its data where nobody says otherwise.</summary>
internal static class HomeFolder
{
    /// <summary>For root a place that the account which runs PostgreSQL can reach; for others their own data folder.</summary>
    public static string Usual => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/lib/papergraph"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "papergraph");
}
