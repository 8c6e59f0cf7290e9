namespace PaperGraph.Testing;

/// <summary>What test processes of one user share: a folder for temporary files, in memory where the machine has room for it.</summary>
internal static class TestFolder
{
    /// <summary>
    /// A file system in memory, on Linux. Each database is hundreds of small files, which a file system on a disk takes long to make.
    /// </summary>
    private const string InMemory = "/dev/shm";

    /// <summary>In bytes: the databases of all test classes that run at a time, several times over.</summary>
    private const long Room = 4L * 1024 * 1024 * 1024;

    public static string Path { get; } = Create();

    private static string Create()
    {
        var path = System.IO.Path.Combine(ChooseParent(), $"papergraph-tests-{Environment.UserName}");
        return Directory.CreateDirectory(path).FullName;
    }

    /// <summary>All processes choose the same, however much of it the databases take by then.</summary>
    private static string ChooseParent() =>
        Directory.Exists(InMemory) && new DriveInfo(InMemory).TotalSize >= Room ? InMemory : System.IO.Path.GetTempPath();
}
