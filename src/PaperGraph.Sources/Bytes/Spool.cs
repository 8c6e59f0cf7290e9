namespace PaperGraph.Sources.Bytes;

/// <summary>Keeps a stream that can be read once for reading it again.</summary>
public static class Spool
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>
    /// Copies all of the stream from its beginning: into memory up to a limit, else into a file that is deleted with its stream.
    /// </summary>
    public static async Task<Stream> CopyAsync(Stream stream, int memoryBytes, CancellationToken cancellationToken)
    {
        Stream kept = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        try
        {
            for (int length; (length = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
            {
                if (kept is MemoryStream memory && memory.Length + length > memoryBytes)
                    kept = await MoveToFileAsync(memory, cancellationToken);
                await kept.WriteAsync(chunk.AsMemory(0, length), cancellationToken);
            }
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
        kept.Position = 0;
        return kept;
    }

    private static async Task<FileStream> MoveToFileAsync(MemoryStream memory, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        memory.Position = 0;
        await memory.CopyToAsync(file, cancellationToken);
        return file;
    }
}
