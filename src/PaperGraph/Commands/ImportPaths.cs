using PaperGraph.Ingest;

namespace PaperGraph.Commands;

/// <summary>What the paths on a command line stand for.</summary>
internal static class ImportPaths
{
    public const string StandardInput = "-";

    /// <summary>Files as they are; of a folder all files in it and below, by name, but hidden ones; <c>-</c> is standard input.</summary>
    public static IEnumerable<ImportSource> Expand(IEnumerable<string> paths, Func<Stream> openInput) => paths.SelectMany(path =>
        path == StandardInput ? [new ImportSource("standard input", openInput)]
        : Directory.Exists(path) ? FilesOf(path).Select(ImportSource.File)
        : [ImportSource.File(path)]);

    private static IEnumerable<string> FilesOf(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        .Order(StringComparer.Ordinal);
}
