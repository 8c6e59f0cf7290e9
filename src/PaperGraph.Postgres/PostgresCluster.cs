using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Postgres;

/// <summary>The data folder of a server: built with initdb, and what is asked of it while no server runs.</summary>
internal static class PostgresCluster
{
    public const string Owner = "papergraph";

    private const string SettingsFile = "papergraph.conf";

    public static bool Exists(PostgresFolders folders) => Directory.Exists(folders.Cluster);

    /// <summary>The major version of PostgreSQL that wrote the data.</summary>
    public static async Task<int> MajorAsync(PostgresFolders folders, CancellationToken cancellationToken)
    {
        var file = Path.Combine(PostgresFolders.Data(folders.Cluster), "PG_VERSION");
        var text = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        return int.TryParse(text, out var major)
            ? major
            : throw new PrivatePostgresException(
                $"{folders.Cluster} holds no PostgreSQL data: {file} is missing or unreadable. "
                + "Move that folder away (PaperGraph then builds an empty one) or put its content back.");
    }

    public static Task<string> PasswordAsync(PostgresFolders folders, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(PostgresFolders.Password(folders.Cluster), cancellationToken);

    /// <summary>Builds a cluster beside its place and moves it there when it is whole.</summary>
    public static async Task BuildAsync(
        PostgresFolders folders, PostgresInstallation installation, ServerUser user, IReadOnlyList<string> more,
        CancellationToken cancellationToken)
    {
        var aside = folders.ClusterAside;
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        UnixMode.CreateFolder(aside, user.Name is null ? UnixMode.Private : UnixMode.Passable);
        if (user.Name is not null) UnixMode.AllowTraversal(aside);

        var data = PostgresFolders.Data(aside);
        UnixMode.CreateFolder(data, UnixMode.Private);
        await user.GiveAsync(data, cancellationToken);
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        UnixMode.WritePrivateFile(PostgresFolders.Password(aside), password);
        var forInitdb = Path.Combine(aside, "password.initdb");
        UnixMode.WritePrivateFile(forInitdb, password);
        await user.GiveAsync(forInitdb, cancellationToken);

        var built = await Command.RunAsync(
            installation.Initdb,
            [
                "--pgdata", data, "--username", Owner, "--pwfile", forInitdb, "--auth", "scram-sha-256",
                "--encoding", "UTF8", "--locale", OperatingSystem.IsLinux() ? "C.UTF-8" : "C", "--no-instructions", .. more,
            ],
            user, aside, cancellationToken);
        if (!built.Succeeded) throw new PrivatePostgresException($"PostgreSQL could not build its data folder {data}:\n{built.Output}");

        File.Delete(forInitdb);
        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.conf"), $"\ninclude '../{SettingsFile}'\n", cancellationToken);
        Directory.Move(aside, folders.Cluster);
    }

    /// <summary>Writes what the next start of the server goes by.</summary>
    public static async Task WriteSettingsAsync(
        PostgresFolders folders, IEnumerable<KeyValuePair<string, string>> more, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("# Written anew at each start.\n");
        KeyValuePair<string, string>[] usual =
        [
            .. MachineSettings.For(folders.Root).Lines,
            new("jit", "off"),
            // Several servers with their pools, and imports beside them.
            new("max_connections", "200"),
            // How soon a statement ends whose program was killed. Elsewhere not every version can tell.
            new("client_connection_check_interval", OperatingSystem.IsLinux() ? "2s" : "0"),
        ];
        KeyValuePair<string, string>[] own =
        [
            new("listen_addresses", ""),
            new("unix_socket_directories", $"\"{folders.Sockets}\""),
            new("unix_socket_permissions", "0700"),
            new("port", PrivatePostgres.Port.ToString(CultureInfo.InvariantCulture)),
            new("timezone", "UTC"),
            new("log_timezone", "UTC"),
        ];
        Append(usual);
        text.Append($"include_if_exists '../{PostgresFolders.OwnersSettingsFile}'\n");
        Append(own.Concat(more));

        void Append(IEnumerable<KeyValuePair<string, string>> settings)
        {
            foreach (var (name, value) in settings) text.Append($"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
        }

        // A file that is written in part, as on a disk that is full, would start a server with other settings.
        var file = Path.Combine(folders.Cluster, SettingsFile);
        if (!File.Exists(file) || await File.ReadAllTextAsync(file, cancellationToken) != text.ToString())
        {
            await File.WriteAllTextAsync(file + ".new", text.ToString(), cancellationToken);
            File.Move(file + ".new", file, overwrite: true);
        }
        UnixMode.AllowRead(file);
    }
}
