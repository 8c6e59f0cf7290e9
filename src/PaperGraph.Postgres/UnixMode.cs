namespace PaperGraph.Postgres;

/// <summary>Folders and files with access rights; on Windows they have those of the folder above.</summary>
internal static class UnixMode
{
    /// <summary>Only the owner may read, write and enter.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The owner's, and others may pass through without seeing what is inside.</summary>
    public const UnixFileMode Passable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, mode);
    }

    /// <summary>Writes a new file that only its owner can read.</summary>
    public static void WritePrivateFile(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = PrivateFile;
        using var file = new StreamWriter(path, options);
        file.Write(text);
    }

    /// <summary>
    /// Closes a folder to all but its owner, which only its owner can do: a folder that somebody else put in its place
    /// does not pass for ours.
    /// </summary>
    public static void Claim(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        if (new DirectoryInfo(folder).LinkTarget is not null) throw NotOurs(folder, null);
        try
        {
            File.SetUnixFileMode(folder, Private);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw NotOurs(folder, refused);
        }
    }

    /// <summary>Lets others pass through a folder.</summary>
    public static void AllowTraversal(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(folder);
        if (!mode.HasFlag(UnixFileMode.OtherExecute)) File.SetUnixFileMode(folder, mode | UnixFileMode.OtherExecute);
    }

    /// <summary>Lets others read a file that holds nothing secret, whatever the umask of whoever wrote it.</summary>
    public static void AllowRead(string file)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, PrivateFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>The outermost folder above this one that others may not pass through, if there is one.</summary>
    public static string? FirstClosedAbove(string folder)
    {
        if (OperatingSystem.IsWindows()) return null;
        var above = Path.GetDirectoryName(folder);
        if (above is null) return null;
        return FirstClosedAbove(above) ?? (File.GetUnixFileMode(above).HasFlag(UnixFileMode.OtherExecute) ? null : above);
    }

    private static PrivatePostgresException NotOurs(string folder, Exception? refused) =>
        refused is null
            ? new($"{folder} is a link, where PostgreSQL's own folder should be. Remove it and start again.")
            : new($"{folder} belongs to somebody else, where PostgreSQL's own folder should be. Remove it and start again.", refused);
}
