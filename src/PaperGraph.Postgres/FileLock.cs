namespace PaperGraph.Postgres;

/// <summary>
/// A lock on a file that the kernel holds for this process and lets go of when the process ends, however it ends
/// (flock on Unix, a sharing mode on Windows). Several processes can hold it shared, or one of them exclusively.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(50);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null while another holder keeps it from being had.</summary>
    public static FileLock? TryTake(string path, bool shared)
    {
        try
        {
            return new FileLock(new FileStream(
                path, FileMode.OpenOrCreate, shared ? FileAccess.Read : FileAccess.ReadWrite, shared ? FileShare.Read : FileShare.None));
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock; <paramref name="waiting"/> is called once if it cannot be had at once.</summary>
    public static async Task<FileLock> TakeAsync(string path, bool shared, Action? waiting, CancellationToken cancellationToken)
    {
        if (TryTake(path, shared) is { } free) return free;
        waiting?.Invoke();
        while (true)
        {
            await Task.Delay(RetryEvery, cancellationToken);
            if (TryTake(path, shared) is { } taken) return taken;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and of BSD and macOS, and the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException refused) => refused.HResult is 11 or 35 or unchecked((int)0x80070020);
}
