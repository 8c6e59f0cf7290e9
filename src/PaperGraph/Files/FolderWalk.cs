using System.IO.Enumeration;
using PaperGraph.Ingest;

namespace PaperGraph.Files;

/// <summary>
/// All files in folders and below them, by name, but hidden ones. Links are followed, and what several paths lead to is given once,
/// so that a link to a folder above ends. What is there and no file that can be read is given as a problem. Memory holds the names
/// of the folders on the way, and 16 bytes of each file.
/// </summary>
internal sealed class FolderWalk
{
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    private readonly HashSet<UInt128> seen = [];
    private readonly KernelFolders kernel = new();

    /// <summary>Whether a path leads to what no path did before.</summary>
    public bool IsNew(FileStatus status) => seen.Add(status.Identity);

    public IEnumerable<ImportSource> Files(string folder)
    {
        var left = new Stack<string>([folder]);
        var isEmpty = true;
        while (left.TryPop(out var path))
        {
            var status = FileStatus.Read(path);
            if (status.Kind != FileKind.Folder) isEmpty = false;
            if (status.Kind != FileKind.Missing && !IsNew(status))
            {
                isEmpty = false;
                continue;
            }
            if (status.Kind != FileKind.Folder)
            {
                yield return Source(path, status.Kind).WithFolder(folder);
                continue;
            }
            var (entries, problem) = List(path, status);
            foreach (var entry in entries) left.Push(entry);
            if (problem is null) continue;
            isEmpty = false;
            yield return path == folder ? problem : problem.WithFolder(folder);
        }
        if (isEmpty)
            yield return ImportSource.Unreadable(
                folder, "There is no file in this folder.", "Give the folder that holds the pages; hidden files are passed over.");
    }

    /// <summary>What is passed over, with the reason; a file as it is.</summary>
    public static ImportSource Source(string path, FileKind kind) => kind switch
    {
        FileKind.Missing when path.Length == 0 => ImportSource.Unreadable(path, "An empty name is no file.", "Check the path."),
        FileKind.Missing when IsLink(path) => ImportSource.Unreadable(
            path, "This link leads to nothing that may be read.", "Mend it, or take it away."),
        FileKind.Pipe => ImportSource.Unreadable(
            path, "This is a pipe, and no file.", "It is passed over; given by its own name it is read to its end."),
        FileKind.Socket => ImportSource.Unreadable(path, "This is a socket, and no file.", "It is passed over."),
        FileKind.Device => ImportSource.Unreadable(path, "This is a device, and no file.", "It is passed over."),
        _ => ImportSource.File(path),
    };

    /// <returns>What is in a folder, the last first, and why it could not be read.</returns>
    private (IEnumerable<string> Entries, ImportSource? Problem) List(string folder, FileStatus status)
    {
        if (kernel.FindFormat(folder, status) is { } format)
            return ([],
                ImportSource.Unreadable(folder, $"This folder is the kernel's ({format}) and holds no files.", "It is passed over."));
        try
        {
            var entries = new FileSystemEnumerable<(string Path, bool IsFolder)>(
                folder, (ref entry) => (entry.ToSpecifiedFullPath(), entry.IsDirectory), Visible).ToList();
            return (entries.OrderByDescending(entry => entry.IsFolder ? entry.Path + "/" : entry.Path, StringComparer.Ordinal)
                .Select(entry => entry.Path), null);
        }
        catch (UnauthorizedAccessException)
        {
            return ([], ImportSource.Unreadable(
                folder, "This folder may not be read.",
                "Give the user who imports the right to read and to enter it; in a container that is the container's user."));
        }
        catch (DirectoryNotFoundException)
        {
            return ([], ImportSource.Unreadable(folder, "This folder was gone before it was read.", "Import it again when it is there."));
        }
        catch (IOException trouble)
        {
            return ([], ImportSource.Unreadable(
                folder, $"This folder could not be read: {trouble.Message.TrimEnd('.')}.", "Import it again when it can be read."));
        }
    }

    private static bool IsLink(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
