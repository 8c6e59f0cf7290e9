namespace PaperGraph.Postgres;

/// <summary>Where to look for PostgreSQL: folders that may hold its programs, and npm (null where there is none).</summary>
internal sealed record PostgresSearch(IReadOnlyList<string> Folders, string? Npm)
{
    /// <summary>Where packages put the programs without putting them on the PATH; a star stands for any text in a name.</summary>
    private static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/usr/libexec/postgresql*",
        "/usr/local/pgsql/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/opt/local/lib/postgresql*/bin",
        "C:/Program Files/PostgreSQL/*/bin",
    ];

    public static PostgresSearch FromEnvironment()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var npm = path.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm")).FirstOrDefault(File.Exists);
        return new PostgresSearch([.. path, .. UsualFolders.SelectMany(Matching)], npm);
    }

    /// <summary>Every PostgreSQL that is recent enough, the newest first.</summary>
    public async Task<IReadOnlyList<PostgresInstallation>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresInstallation>();
        foreach (var folder in Folders.Select(HomeOfPrograms).OfType<string>().Distinct())
            if (await PostgresInstallation.InAsync(folder, cancellationToken)
                is { Major: >= PostgresInstallation.OldestMajor } installation)
                found.Add(installation);
        return [.. found.OrderByDescending(installation => installation.Major)];
    }

    /// <summary>The folder that a folder's initdb really lies in: PATH folders often hold links only.</summary>
    private static string? HomeOfPrograms(string folder)
    {
        var initdb = new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "initdb.exe" : "initdb"));
        return initdb.Exists ? Path.GetDirectoryName(initdb.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? initdb.FullName) : null;
    }

    internal static IEnumerable<string> Matching(string pattern)
    {
        IEnumerable<string> folders = [pattern[..(pattern.IndexOf('/') + 1)]];
        foreach (var part in pattern.Split('/')[1..])
            folders = part.Contains('*')
                ? folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, part))
                : folders.Select(folder => Path.Combine(folder, part));
        return folders.Where(Directory.Exists);
    }
}
