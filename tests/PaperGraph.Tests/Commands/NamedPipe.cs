using System.Diagnostics;

namespace PaperGraph.Tests.Commands;

/// <summary>A file that is there to be read when the test wants it: shows how far another process has come.</summary>
internal sealed class NamedPipe : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("papergraph-pipe-");

    public NamedPipe()
    {
        using var mkfifo = Process.Start("mkfifo", [Path]);
        mkfifo.WaitForExit();
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "page.txt");

    /// <summary>Waits until another process has opened it for reading.</summary>
    public Task<FileStream> OpenWhenReadAsync() =>
        Task.Run(() => new FileStream(Path, FileMode.Open, FileAccess.Write)).WaitAsync(Patience.Limit);

    public void Dispose() => folder.Delete(recursive: true);
}
