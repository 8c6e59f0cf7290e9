using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Postgres;

/// <summary>Where everything of a private PostgreSQL lies below the data folder of the program.</summary>
internal sealed class PostgresFolders
{
    /// <summary>
    /// Settings of whoever owns the data folder, in <see cref="Root"/> and as postgresql.conf has them. The file need not be there.
    /// </summary>
    public const string OwnersSettingsFile = "settings.conf";

    /// <summary>The kernel's limit for the path of a socket is 104 to 108 bytes; the name in the folder takes 14 of them.</summary>
    private const int MaxSocketFolderBytes = 85;

    public PostgresFolders(string home)
    {
        Home = Path.GetFullPath(home);
        Root = Path.Combine(Home, "postgres");
        var inside = Path.Combine(Root, "run");
        Sockets = IsFitForSockets(inside)
            ? inside
            : Path.Combine(OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp", "papergraph-" + Hash(Root));
    }

    public string Home { get; }

    public string Root { get; }

    /// <summary>Held exclusively by whoever starts, stops or builds the server.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Held shared by every process that uses the server.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    /// <summary>What belongs together: the data and the password that opens it.</summary>
    public string Cluster => Path.Combine(Root, "cluster");

    /// <summary>A cluster that is being built.</summary>
    public string ClusterAside => Path.Combine(Root, "cluster.new");

    /// <summary>
    /// Holds the socket; not below <see cref="Root"/> where its path would be too long for one, or not be read as one path.
    /// </summary>
    public string Sockets { get; }

    public string Logs => Path.Combine(Root, "log");

    /// <summary>The programs, where npm brought them.</summary>
    public string Npm => Path.Combine(Root, "npm");

    public static string Data(string cluster) => Path.Combine(cluster, "data");

    public static string Password(string cluster) => Path.Combine(cluster, "password");

    /// <summary>Creates what has to be there before a lock can be taken.</summary>
    public void CreateRoot(ServerUser user)
    {
        try
        {
            CreateRootFor(user);
            FileLock.TryTake(StartLock, shared: false)?.Dispose();
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new PrivatePostgresException(
                $"PaperGraph cannot keep its data in {Home}: {refused.Message} "
                + "Choose another data folder with --home or PAPERGRAPH_HOME, or start PaperGraph as the user that the folder belongs to.",
                refused);
        }
    }

    private void CreateRootFor(ServerUser user)
    {
        var passable = user.Name is null ? UnixMode.Private : UnixMode.Passable;
        CreateAbove(user);
        UnixMode.CreateFolder(Home, passable);
        if (user.Name is not null)
        {
            UnixMode.AllowTraversal(Home);
            if (!Directory.Exists(Cluster) && UnixMode.FirstClosedAbove(Home) is { } closed)
                throw new PrivatePostgresException(
                    $"PostgreSQL runs as the user {user.Name}, who may not pass through {closed} to reach {Home}. "
                    + "Choose another data folder with --home or PAPERGRAPH_HOME, /var/lib/papergraph for example.");
        }

        UnixMode.CreateFolder(Root, passable);
        if (user.Name is not null) UnixMode.AllowTraversal(Root);
    }

    /// <summary>
    /// The folders above the home, where there are none, as the umask of whoever starts it would not have let others pass.
    /// </summary>
    private void CreateAbove(ServerUser user)
    {
        var missing = new Stack<string>();
        for (var above = Path.GetDirectoryName(Home); above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
            missing.Push(above);
        foreach (var folder in missing)
        {
            UnixMode.CreateFolder(folder, UnixMode.Passable);
            if (user.Name is not null) UnixMode.AllowTraversal(folder);
        }
    }

    /// <summary>Creates the folders that the server writes to, as <paramref name="user"/>'s. The caller holds the start lock.</summary>
    public async Task CreateForServerAsync(ServerUser user, CancellationToken cancellationToken)
    {
        foreach (var folder in (string[])[Sockets, Logs])
        {
            UnixMode.CreateFolder(folder, UnixMode.Private);
            UnixMode.Claim(folder);
            await user.GiveAsync(folder, cancellationToken);
        }
    }

    /// <summary>Leaves nothing outside the home behind a server that has stopped.</summary>
    public void RemoveSocketsElsewhere()
    {
        if (Path.GetDirectoryName(Sockets) != Root && Directory.Exists(Sockets)) Directory.Delete(Sockets, recursive: true);
    }

    /// <summary>
    /// The setting lists folders between commas, in double quotes, inside a text with escapes; Npgsql lists hosts between commas.
    /// </summary>
    private static bool IsFitForSockets(string folder) =>
        Encoding.UTF8.GetByteCount(folder) <= MaxSocketFolderBytes
            && !folder.Any(letter => letter is ',' or '"' or '\\' || char.IsControl(letter));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
