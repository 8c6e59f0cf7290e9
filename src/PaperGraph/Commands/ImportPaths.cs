using System.Runtime.CompilerServices;
using PaperGraph.Files;
using PaperGraph.Ingest;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Commands;

/// <summary>What the paths on a command line stand for.</summary>
internal static class ImportPaths
{
    public const string StandardInput = "-";

    // Other devices give bytes without an end. What a shell makes of <(…) is a pipe.
    private static readonly string[] Streams = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/", "/dev/null", "/dev/tty", "/dev/pts/"];

    /// <summary>
    /// Files as they are, also those that can be read only once; of a folder all files in it and below, see <see cref="FolderWalk"/>;
    /// <c>-</c> is standard input. The paths are looked at one after the other, as the sources are asked for.
    /// </summary>
    public static IEnumerable<ImportSource> Expand(IEnumerable<string> paths, Func<Stream> openInput)
    {
        var walk = new FolderWalk();
        return paths.SelectMany(path => Expand(path, openInput, walk));
    }

    /// <summary>
    /// The bytes of all that the paths stand for, by their sizes on the disk; null where one of them has none, as a pipe. A walk of its
    /// own, which is over long before the files are read.
    /// </summary>
    public static long? Measure(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        foreach (var source in Expand(paths, () => Stream.Null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = new FileInfo(source.Name);
            if (source.Problem is null && !file.Exists) return null;
            if (source.Problem is null) bytes += file.Length;
        }
        return bytes;
    }

    /// <inheritdoc cref="Expand(IEnumerable{string}, Func{Stream})"/>
    /// <param name="fetch">Gives what lies at an address, which may stand in place of a path.</param>
    public static async IAsyncEnumerable<ImportSource> ExpandAsync(
        IEnumerable<string> paths,
        Func<Stream> openInput,
        Func<string, CancellationToken, Task<ImportSource>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new FolderWalk();
        foreach (var path in paths)
        {
            if (WebAddress.IsOne(path)) yield return await fetch(path, cancellationToken);
            else foreach (var source in Expand(path, openInput, walk)) yield return source;
        }
    }

    private static IEnumerable<ImportSource> Expand(string path, Func<Stream> openInput, FolderWalk walk)
    {
        if (path == StandardInput)
            return [new ImportSource("standard input", openInput) { WrittenAt = TimeProvider.System.GetUtcNow() }];
        var status = FileStatus.Read(path);
        if (status.Kind == FileKind.Folder) return walk.Files(path);
        if (status.Kind == FileKind.File) walk.IsNew(status);
        var isStream = status.Kind == FileKind.Pipe
            || (status.Kind == FileKind.Device && Array.Exists(Streams, stream => path.StartsWith(stream, StringComparison.Ordinal)));
        return [isStream ? ImportSource.File(path) : FolderWalk.Source(path, status.Kind)];
    }
}
