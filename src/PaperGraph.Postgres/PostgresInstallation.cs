using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperGraph.Postgres;

/// <summary>PostgreSQL's programs in one folder, and their major version.</summary>
internal sealed partial record PostgresInstallation(string Folder, int Major)
{
    public const int OldestMajor = 15;

    public string Initdb => Program("initdb");

    public string PgCtl => Program("pg_ctl");

    /// <summary>What a folder holds, if it holds all that a server needs.</summary>
    public static async Task<PostgresInstallation?> InAsync(string folder, CancellationToken cancellationToken)
    {
        var found = new PostgresInstallation(folder, 0);
        if (!File.Exists(found.Initdb) || !File.Exists(found.PgCtl) || !File.Exists(found.Program("postgres"))) return null;
        var version = await Command.RunAsync(found.Program("postgres"), ["--version"], ServerUser.Same, folder, cancellationToken);
        var major = VersionPattern().Match(version.Output);
        return version.Succeeded && major.Success
            ? found with { Major = int.Parse(major.Groups[1].ValueSpan, CultureInfo.InvariantCulture) }
            : null;
    }

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();
}
